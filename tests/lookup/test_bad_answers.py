"""Registries that are slow, busy, broken, or not what they seem."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_evidence.cache import Cache
from mkdocs_evidence.lookup import Limits, Lookup, UnknownWork, Unreachable
from tests.lookup.server import (
    Answer,
    Registries,
    bomb,
    breaks_off,
    drips,
    drips_headers,
    endless,
    hangs_up,
    leads_to,
    sends,
    silent,
    status,
)

DOI = "10.1093/scan/nsx091"
QUICK = Limits(read=30, tries=2, backoff=0, retry_after=0, size=200_000)
IMPATIENT = replace(QUICK, read=0.1)
DRIPPED_ON = replace(QUICK, whole=0.2)

no_answer = "What 127.0.0.1 sends is no answer"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (endless, "127.0.0.1 sends more than an answer."),
        (bomb, "127.0.0.1 sends more than an answer."),
        (hangs_up, f"{no_answer}."),
        (status(403), "127.0.0.1 answers with an error (403)."),
        (status(500), "127.0.0.1 answers with an error (500)."),
        (status(503), "127.0.0.1 answers with an error (503)."),
        (status(429), "127.0.0.1 has had too many questions; ask again later."),
        (
            status(429, Retry_After="100000"),
            "127.0.0.1 has had too many questions; ask again later.",
        ),
        (status(429, Retry_After="soon"), f"{no_answer}."),
        (
            sends(b"<html>Sign in</html>", "text/html"),
            f"{no_answer}; something may stand between, such as a page to sign in at.",
        ),
        (sends(b""), f"{no_answer}."),
        (sends(b'{"message": {"DOI": '), f"{no_answer}."),
        (sends(b"[" * 100_000), f"{no_answer}."),
        (sends(b"\xff\xfe\xff"), f"{no_answer}."),
        (sends(b'{"message": {}}', Content_Encoding="gzip"), f"{no_answer}."),
        (sends(b"[]"), "What Crossref sends is no answer."),
        (sends(b"{}"), "What Crossref sends is no answer."),
        (sends(b'{"message": 1}'), "What Crossref sends is no answer."),
        (
            leads_to("http://example.org/works"),
            "127.0.0.1 would be asked without encryption, which is not done.",
        ),
        (
            leads_to("http://localhost.example.org/works"),
            "127.0.0.1 would be asked without encryption, which is not done.",
        ),
        (leads_to("ftp://127.0.0.1/works"), f"{no_answer}."),
        (leads_to("http://["), f"{no_answer}."),
        (leads_to("/crossref/again"), "127.0.0.1 leads in circles."),
    ],
)
def test_what_is_no_answer_is_told_in_a_sentence(
    registries: Registries, answer: Answer, message: str
) -> None:
    registries.answer = answer
    with pytest.raises(Unreachable) as failed:
        Lookup(limits=QUICK).by_doi(DOI)
    assert str(failed.value) == message


def test_a_silent_server_is_asked_twice_and_not_waited_for(registries: Registries) -> None:
    registries.answer = silent
    with pytest.raises(Unreachable, match=r"^127\.0\.0\.1 does not answer in time\.$"):
        Lookup(limits=IMPATIENT).by_doi(DOI)
    assert len(registries.asked) == 2


@pytest.mark.parametrize("answer", [drips, drips_headers])
def test_a_server_that_drips_is_not_waited_for(registries: Registries, answer: Answer) -> None:
    registries.answer = answer
    with pytest.raises(Unreachable, match=r"^127\.0\.0\.1 takes too long to answer\.$"):
        Lookup(limits=DRIPPED_ON).by_doi(DOI)


@pytest.mark.parametrize(
    "answer",
    [status(500), status(502), status(503), status(504), status(429, Retry_After="0"), breaks_off],
)
def test_a_server_that_is_busy_is_asked_again(registries: Registries, answer: Answer) -> None:
    registries.coming = [answer]
    assert Lookup(limits=QUICK).by_doi(DOI).item["DOI"] == DOI
    assert len(registries.asked) == 2


def test_a_server_that_stays_busy_is_asked_no_more_than_a_few_times(
    registries: Registries,
) -> None:
    registries.answer = status(503)
    with pytest.raises(Unreachable):
        Lookup(limits=QUICK).by_doi(DOI)
    assert len(registries.asked) == 3


def test_a_server_that_sends_too_little_is_no_unknown_work(registries: Registries) -> None:
    registries.coming = [status(404), sends(b'{"data": 1}')]
    with pytest.raises(Unreachable, match="What DataCite sends is no answer"):
        Lookup(limits=QUICK).by_doi(DOI)
    registries.coming = [status(404), status(404), sends(b"{}")]
    with pytest.raises(Unreachable, match="What the DOI system sends is no answer"):
        Lookup(limits=QUICK).by_doi(DOI)


def test_redirects_on_safe_ways_are_followed(registries: Registries) -> None:
    registries.coming = [leads_to(f"{registries.address}/crossref/works/10.5555/trial.1")]
    assert Lookup(limits=QUICK).by_doi(DOI).item["DOI"] == "10.5555/trial.1"


def test_a_converter_that_is_gone_does_not_matter(registries: Registries) -> None:
    registries.coming = [sends(b"<html>", "text/html")]
    assert Lookup(limits=QUICK).by_pmid("28985422").item["DOI"] == DOI


def test_what_pubmed_says_of_something_else_is_no_answer(registries: Registries) -> None:
    registries.answer = sends(b'{"error": "API rate limit exceeded"}')
    with pytest.raises(Unreachable, match="What PubMed sends is no answer"):
        Lookup(limits=QUICK).by_pmid("28985422")


def test_a_service_elsewhere_is_not_asked_without_encryption(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EVIDENCE_CROSSREF", "http://registry.invalid")
    with pytest.raises(Unreachable, match="without encryption"):
        Lookup(limits=QUICK).by_doi(DOI)


@pytest.mark.parametrize("ask", [Lookup.by_doi, Lookup.by_pmid, Lookup.by_title])
def test_a_server_that_is_down_is_told_of(
    registries: Registries, ask: Callable[[Lookup, str], object]
) -> None:
    registries.__exit__()
    with pytest.raises(Unreachable, match=r"^127\.0\.0\.1 cannot be reached; is there a conn"):
        ask(Lookup(limits=QUICK), "28985422")


def test_a_service_that_fails_again_and_again_is_left_alone(registries: Registries) -> None:
    registries.answer = status(403)
    lookup = Lookup(limits=QUICK)
    for _ in range(5):
        with pytest.raises(Unreachable):
            lookup.by_doi(DOI)
    assert len(registries.asked) == 3
    registries.answer = status(404)
    with pytest.raises(UnknownWork):
        Lookup(limits=QUICK).by_doi(DOI)


def test_a_failure_is_not_kept(registries: Registries, tmp_path: Path) -> None:
    registries.coming = [status(403)]
    with pytest.raises(Unreachable):
        Lookup(cache=Cache(tmp_path), limits=QUICK).by_doi(DOI)
    assert Lookup(cache=Cache(tmp_path), limits=QUICK).by_doi(DOI).item["DOI"] == DOI
