"""``evidence forms``: the form in the built site, and the server that shows it."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from socket import create_server
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner, Result

from mkdocs_evidence.cli import main
from tests.authoring.vendored_form import npm_cache, path_to_node
from tests.conftest import MakeSite
from tests.hosts.site import Site, summary

Forms = Callable[..., Result]


@pytest.fixture
def forms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Forms:
    """A function that calls the command in the folder of a site."""
    monkeypatch.setenv("PATH", path_to_node())
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache/mkdocs-evidence").symlink_to(npm_cache())

    def run(site: Site, *arguments: str) -> Result:
        monkeypatch.chdir(site.folder)
        return CliRunner().invoke(main, ["forms", *arguments])

    return run


def built(site: Site, folder: str = "site") -> Site:
    """Return a site that looks as if it had been built."""
    (site.folder / folder).mkdir()
    (site.folder / folder / "index.html").write_text("<p>The site</p>")
    return site


def test_the_form_is_put_into_the_built_site(make_site: MakeSite, forms: Forms) -> None:
    site = make_site({"docs/summaries/one.yaml": summary(), "docs/summaries/two.md": "---\n---\n"})
    assert forms(built(site)).output == "The form is in site/admin/.\n"
    text = (site.folder / "site/admin/forms.json").read_text("utf-8")
    assert '"folder": "docs/summaries"' in text
    assert "[coan2017]" in text
    assert '"app_title": "Toy"' in text
    assert '"summaries_md"' in text
    assert '"summaries_yml"' not in text


def test_a_site_built_elsewhere_is_found_and_named_from_the_root_of_its_repository(
    make_site: MakeSite, forms: Forms
) -> None:
    site = make_site(site_dir="public", evidence={"forms": {"repository": "ana/site"}})
    (site.folder.parent / ".git").mkdir()
    assert forms(built(site, "public")).output == "The form is in public/admin/.\n"
    text = (site.folder / "public/admin/forms.json").read_text("utf-8")
    assert f'"folder": "{site.folder.name}/docs/summaries"' in text


def test_a_site_that_is_not_built_is_told_of(make_site: MakeSite, forms: Forms) -> None:
    done = forms(make_site())
    assert done.exit_code == 2
    assert done.output == "Error: Build the site first: there is no built site in site/.\n"


def test_a_page_named_admin_is_not_replaced(make_site: MakeSite, forms: Forms) -> None:
    site = built(make_site())
    (site.folder / "site/admin").mkdir()
    done = forms(site)
    assert done.exit_code == 2
    assert "“site/admin” is a folder of your own site" in done.output
    assert not list((site.folder / "site/admin").iterdir())


def test_summaries_outside_the_site_are_out_of_reach(
    make_site: MakeSite, forms: Forms, tmp_path: Path
) -> None:
    shutil.copytree(make_site().folder / "docs", tmp_path / "elsewhere/docs")
    done = forms(built(make_site(docs_dir=str(tmp_path / "elsewhere/docs"))))
    assert done.exit_code == 2
    assert "outside the folder of the site" in done.output


def test_a_port_that_is_taken_is_told_of(make_site: MakeSite, forms: Forms) -> None:
    with create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = forms(built(make_site()), "--serve", "--port", str(port))
    assert done.exit_code == 2
    assert f"Another program is at port {port}. Choose another" in done.output


@pytest.mark.usefixtures("forms")
def test_the_form_is_shown_until_somebody_presses_ctrl_c(make_site: MakeSite) -> None:
    site = built(make_site())
    with create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    started = subprocess.Popen(
        [Path(sys.executable).with_name("evidence"), "forms", "--serve", "--port", str(port)],
        cwd=site.folder,
        env=os.environ | {"BROWSER": "echo opened %s"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Whoever runs the tests in the background may not hear Ctrl-C, nor may what they begin.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert started.stdout
    assert started.stdout.readline() == "The form is in site/admin/.\n"
    assert "Write at" in started.stdout.readline()
    address = f"http://127.0.0.1:{port}"
    assert urlopen(f"{address}/admin/").headers["Cache-Control"] == "no-cache"
    for path in ("/admin/assets/", "/../mkdocs.yml", "/%2e%2e/mkdocs.yml"):
        with pytest.raises(HTTPError, match="404"):
            urlopen(address + path)
    with pytest.raises(HTTPError, match="421"):
        urlopen(Request(f"{address}/admin/", headers={"Host": f"evil.example:{port}"}))
    started.send_signal(signal.SIGINT)
    said, complaint = started.communicate(timeout=60)
    assert f"opened {address}/admin/" in said
    assert (complaint, started.returncode) == ("", 0)
