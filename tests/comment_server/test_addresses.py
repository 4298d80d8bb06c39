"""Whether the addresses of a site and of its server of comments can go together."""

from __future__ import annotations

import pytest

from mkdocs_evidence.comment_server import check_addresses
from mkdocs_evidence.comment_server.addresses import origin

SITE = "https://example.org/blog/"


@pytest.mark.parametrize(
    ("server", "site"),
    [
        ("https://comments.example.org", SITE),
        ("https://comments.example.org/", "https://www.example.org/"),
        ("https://comments.example.org", "https://blog.example.org/"),
        ("https://comments.abc.de", "https://abc.de/"),
        ("https://comments.example.co.uk", "https://blog.example.co.uk/"),
        ("https://example.org:8443", SITE),
        ("http://localhost:8080", SITE),
        ("http://127.0.0.1:8080", "http://localhost:8000/"),
    ],
)
def test_there_is_nothing_to_say(server: str, site: str) -> None:
    assert check_addresses(server, site) == []


@pytest.mark.parametrize(
    ("server", "site", "option", "told"),
    [
        ("https://", SITE, "server", "“https://” is no address"),
        ("https://comments.example.org:port", SITE, "server", "is no address"),
        ("https://$HOME.example.org", SITE, "server", "is no address"),
        ("https://comments.example.org/isso", SITE, "server", "without a path"),
        ("https://example.org", SITE, "server", "the address of the site itself"),
        ("https://EXAMPLE.org:443/", SITE, "server", "the address of the site itself"),
        ("https://comments.example.org", "", "site_url", "The address of the site is missing."),
        ("https://comments.example.org", "/blog/", "site_url", "“/blog/” is no address."),
    ],
)
def test_no_server_can_be_set_up(server: str, site: str, option: str, told: str) -> None:
    remark, *_ = check_addresses(server, site)
    assert (remark.option, remark.stops) == (option, True)
    assert told in remark.message


@pytest.mark.parametrize(
    ("server", "site", "told"),
    [
        ("https://comments.example.net", SITE, "different domains"),
        ("https://comments.example.org", "https://ana.github.io/blog/", "different domains"),
        ("https://comments.other.co.uk", "https://example.co.uk/", "different domains"),
    ],
)
def test_a_server_works_but(server: str, site: str, told: str) -> None:
    (remark,) = check_addresses(server, site)
    assert (remark.option, remark.stops) == ("server", False)
    assert told in remark.message


def test_an_origin_is_as_browsers_send_it() -> None:
    assert origin("https://Bücher.example:443/a/?b#c") == "https://xn--bcher-kva.example"
    assert origin("http://[::1]:8000/") == "http://[::1]:8000"
