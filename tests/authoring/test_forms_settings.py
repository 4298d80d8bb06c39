"""What a site sets for the form."""

import pytest

from mkdocs_evidence.configuration import read_configuration
from mkdocs_evidence.problems import report
from tests.conftest import MakeSite


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            {"repository": "https://github.com/ana/site"},
            "“https://github.com/ana/site” is no repository on GitHub.",
        ),
        ({"repository": "ana"}, "as in ana-exemplo/my-site"),
        ({"branch": "drafts"}, "“branch” says nothing without a repository."),
        ({"sign_in": "https://auth.example.org"}, "“repository: owner/name”"),
        ({"repository": "ana/site", "sign_in": "auth.example.org"}, "a web address"),
        ({"repositry": "ana/site"}, "Did you mean “repository”?"),
    ],
)
def test_a_wrong_option_is_told_with_what_to_write(
    make_site: MakeSite, options: dict[str, str], said: str
) -> None:
    site = make_site(evidence={"forms": options})
    assert said in report(read_configuration(site.folder / "mkdocs.yml").problems)
