"""``evidence export``: the same files as those of the site."""

from __future__ import annotations

import csv
import datetime
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_evidence.cli import main
from mkdocs_evidence.exports.dataset import DATA_FOLDER, FILES
from tests.conftest import MakeSite
from tests.hosts.site import Site, summary

EVIDENCE = {
    "design": "randomised-trial",
    "outcomes": [{"name": "Fear", "effect": {"type": "d", "value": -0.4, "ci": [-0.7, -0.1]}}],
}
TABLE = "# Table\n\n<!-- evidence/table -->\n"
FILES_OF_SITE = {
    "docs/table.md": TABLE,
    "docs/summaries/hands.yaml": summary(evidence=EVIDENCE, title="Mãos dadas"),
    "docs/summaries/other.yaml": summary(evidence={"design": "cohort"}, date="2026-04-01"),
    "docs/summaries/plain.yaml": summary(),
    "docs/summaries/draft.yaml": summary(evidence=EVIDENCE, draft=True),
    "bibliography/notices.yaml": (
        "works:\n  10.1093/scan/nsx091:\n    notices:\n      - {kind: concern, date: 2020}\n"
    ),
}

Export = Callable[..., Result]


@pytest.fixture
def export(monkeypatch: pytest.MonkeyPatch) -> Export:
    """A function that calls the command in the folder of a site."""

    def run(site: Site, *arguments: str) -> Result:
        monkeypatch.chdir(site.folder)
        return CliRunner().invoke(main, ["export", *arguments])

    return run


def data_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def posts_in(folder: Path) -> list[str]:
    text = (folder / FILES["csv"]).read_text("utf-8-sig")
    return [row["post"] for row in csv.DictReader(text.splitlines())]


def test_the_files_are_byte_for_byte_those_of_the_site(make_site: MakeSite, export: Export) -> None:
    site = make_site(FILES_OF_SITE).build()
    done = export(site, "--into", "data")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [f"data/{name} is written." for name in FILES.values()]
    data = data_in(site.folder / "data")
    assert set(data) == set(FILES.values())
    assert data == data_in(site.folder / "site" / DATA_FOLDER)
    assert posts_in(site.folder / "data") == ["other", "hands"]
    records = json.loads(data[FILES["json"]])["records"]
    assert {record["notice"] for record in records} == {"concern"}


def test_posts_that_the_blog_keeps_for_later_are_left_out(
    make_site: MakeSite, export: Export
) -> None:
    later = datetime.date.today() + datetime.timedelta(days=2)
    files = {
        **FILES_OF_SITE,
        "docs/summaries/other.yaml": summary(evidence={"design": "cohort"}, date=later.isoformat()),
    }
    blog = {"blog": {"draft_if_future_date": True}}
    site = make_site(files, plugins=["search", "tags", blog, "evidence"]).build()
    export(site, "--into", "data")
    assert posts_in(site.folder / "data") == ["hands"]
    assert data_in(site.folder / "data") == data_in(site.folder / "site" / DATA_FOLDER)


def test_a_site_whose_pages_show_no_studies_offers_no_data(make_site: MakeSite) -> None:
    site = make_site({**FILES_OF_SITE, "docs/table.md": None}).build()
    assert not any(name.startswith(DATA_FOLDER) for name in site.files())


def test_the_folder_is_that_of_the_site_and_other_files_stay(
    make_site: MakeSite, export: Export
) -> None:
    site = make_site({**FILES_OF_SITE, "evidence-data/own.csv": "mine"})
    assert export(site).exit_code == 0
    data = data_in(site.folder / "evidence-data")
    assert data.pop("own.csv") == b"mine"
    assert set(data) == set(FILES.values())


def test_an_earlier_export_is_replaced(make_site: MakeSite, export: Export) -> None:
    site = make_site(FILES_OF_SITE)
    export(site, "--into", "data")
    site.write({"docs/summaries/other.yaml": None})
    assert export(site, "--into", "data").exit_code == 0
    assert posts_in(site.folder / "data") == ["hands"]


def test_a_file_of_the_same_name_that_is_no_export_is_not_replaced(
    make_site: MakeSite, export: Export
) -> None:
    site = make_site({**FILES_OF_SITE, "mine/articles.bib": "% My life's work"})
    done = export(site, "--into", "mine")
    assert done.exit_code == 2
    assert "“mine/articles.bib” is there already, and is no earlier export." in done.stderr
    assert data_in(site.folder / "mine") == {"articles.bib": b"% My life's work"}


def test_nothing_is_written_where_a_study_would_be_missing(
    make_site: MakeSite, export: Export
) -> None:
    wrong = summary(evidence=EVIDENCE, topics=["Health"], authors=["nobody"], article="coan2071")
    site = make_site({**FILES_OF_SITE, "docs/summaries/wrong.yaml": wrong})
    done = export(site, "--into", "data")
    assert done.exit_code == 1
    assert "docs/summaries/wrong.yaml:3:10: The bibliography has no entry" in done.stderr
    assert "Nothing is written" in done.stderr
    assert not (site.folder / "data").exists()


def test_a_draft_may_have_errors(make_site: MakeSite, export: Export) -> None:
    draft = summary(draft=True, article="coan2071")
    site = make_site({**FILES_OF_SITE, "docs/summaries/draft.yaml": draft})
    assert export(site).exit_code == 0


def test_a_warning_keeps_no_study_from_the_data(make_site: MakeSite, export: Export) -> None:
    odd = {
        **EVIDENCE,
        "outcomes": [{"name": "Fear", "effect": {"type": "d", "value": 0.1}, "baseline": 0.2}],
    }
    site = make_site({**FILES_OF_SITE, "docs/summaries/hands.yaml": summary(evidence=odd)})
    assert export(site, "--into", "data").exit_code == 0
    assert posts_in(site.folder / "data") == ["other", "hands"]


def test_a_folder_that_cannot_be_written_is_named(make_site: MakeSite, export: Export) -> None:
    site = make_site({**FILES_OF_SITE, "data/evidence.csv/is/a/folder.txt": ""})
    done = export(site, "--into", "data")
    assert done.exit_code == 2
    assert "“data” cannot be written" in done.stderr


def test_it_needs_a_site(tmp_path: Path, export: Export) -> None:
    done = export(Site(tmp_path))
    assert done.exit_code == 2
    assert "Go to the folder of your site first." in done.stderr


def test_mkdocs_is_not_loaded(make_site: MakeSite) -> None:
    site = make_site(FILES_OF_SITE)
    code = (
        "import sys; from mkdocs_evidence.cli import main; main(['export'], standalone_mode=False);"
        "print(*{'mkdocs', 'material', 'requests'} & sys.modules.keys(), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=site.folder, capture_output=True, text=True, check=True
    )
    assert "evidence-data/evidence.csv is written." in done.stdout
    assert done.stderr.strip() == ""
