"""The folder of the form: what is in it, what its page may ask, and what is never replaced."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.html import document_fromstring as parsed

from mkdocs_evidence.authoring.forms import EditorError, form_configuration, write_form
from mkdocs_evidence.authoring.forms.page import page
from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.settings import FormSettings, Settings
from tests.authoring.vendored_form import npm_cache, path_to_node

CONFIGURATION = form_configuration(Settings(), Library(), "docs/summaries")
LOCAL = FormSettings()
GITHUB = FormSettings.model_validate(
    {"repository": "ana/site", "sign_in": "https://auth.example.org/github"}
)


@pytest.fixture(scope="module", autouse=True)
def _node() -> Iterator[None]:
    """Node.js of the tests, wherever this computer has none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", path_to_node())
        yield


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a form in a site."""
    return write_form(tmp_path_factory.mktemp("site"), CONFIGURATION, LOCAL, npm_cache())


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def policy(forms: FormSettings) -> dict[str, list[str]]:
    content = str(parsed(page(forms)).xpath("string(//meta[@http-equiv]/@content)"))
    return {name: sources for name, *sources in map(str.split, content.split(";"))}


def test_the_form_is_complete_and_says_under_which_licences_it_is(form: Path) -> None:
    files = contents(form)
    assert {"index.html", "main.js", "form.css", "forms.json", "licences.txt"} <= files.keys()
    assert json.loads(files["forms.json"]) == json.loads(json.dumps(CONFIGURATION))
    assert sum(name.endswith(".woff2") for name in files) == 3
    assert not any(name.endswith(".map") for name in files)
    licences = files["licences.txt"].decode()
    assert re.search(r"^@sveltia/cms\n\nMIT License", licences, re.MULTILINE)
    assert re.search(r"^yaml\n\nCopyright Eemeli Aro", licences, re.MULTILINE)
    assert "(no licence in the package)" not in licences


def test_the_same_site_gives_the_same_bytes_and_nothing_old_is_left(
    form: Path, tmp_path: Path
) -> None:
    (tmp_path / "admin").mkdir()
    (tmp_path / "admin/forms.json").write_text("{}")
    (tmp_path / "admin/chunk-OLD.js").write_text("old")

    again = write_form(tmp_path, CONFIGURATION, LOCAL, npm_cache())

    assert contents(again) == contents(form)
    assert [path.name for path in tmp_path.iterdir()] == ["admin"]


def test_a_folder_of_the_authors_own_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "admin").mkdir()
    (tmp_path / "admin/index.html").write_text("mine")
    with pytest.raises(FileExistsError):
        write_form(tmp_path, CONFIGURATION, LOCAL, npm_cache())
    assert contents(tmp_path) == {"admin/index.html": b"mine"}


def test_the_page_runs_no_script_of_its_own_and_is_found_by_no_search_engine() -> None:
    html = parsed(page(LOCAL))
    assert html.xpath("//script/@src") == ["main.js"]
    assert not html.xpath("//script[text()]")
    assert not html.xpath("//*[@style or @onclick]")
    assert html.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert html.xpath("//body/@class") == ["only-local"]


def test_the_page_asks_nobody_but_the_site_and_github_where_it_is_set() -> None:
    local, github = policy(LOCAL), policy(GITHUB)
    assert local["default-src"] == ["'none'"]
    assert not any("://" in source for sources in local.values() for source in sources)
    assert github["connect-src"][-2:] == ["https://api.github.com", "https://auth.example.org"]
    assert github["script-src"] == local["script-src"] == ["'self'", "'wasm-unsafe-eval'"]
    assert not parsed(page(GITHUB)).xpath("//body/@class")


def test_without_node_the_author_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EditorError, match=r"The form needs “npm”.*https://nodejs\.org/"):
        write_form(tmp_path, CONFIGURATION, LOCAL, tmp_path / "cache")
    assert not (tmp_path / "admin").exists()


def test_without_a_connection_npm_is_quoted_and_nothing_half_fetched_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "npm"))
    with pytest.raises(EditorError, match=r"(?s)Is there a connection.*ECONNREFUSED"):
        write_form(tmp_path, CONFIGURATION, LOCAL, tmp_path / "cache")
    assert not list((tmp_path / "cache/forms").iterdir())
    assert not (tmp_path / "admin").exists()
