"""Our stylesheets and scripts in a built site."""

from pathlib import Path

import pytest

from mkdocs_evidence.hosts.mkdocs.assets import THEME
from tests.hosts.site import Site

FOLDER = "assets/evidence"
NAMES = sorted(path.name for path in (THEME / FOLDER).iterdir() if path.suffix in {".css", ".js"})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site.create(tmp_path_factory.mktemp("site")).build()


@pytest.mark.parametrize("name", NAMES)
def test_what_is_published_has_no_remarks_and_all_the_rest(site: Site, name: str) -> None:
    published = site.text(f"{FOLDER}/{name}").splitlines()
    written = (THEME / FOLDER / name).read_text("utf-8").splitlines()
    assert not any(line.lstrip().startswith("//") or "/*" in line for line in published)
    code = [line for line in written if line.endswith((" {", ");")) and "*" not in line]
    assert code
    assert [line for line in code if line not in published] == []


def test_a_stylesheet_of_the_site_s_own_stays_as_it_is(tmp_path: Path) -> None:
    own = "/* My look */\n\nbody { color: red }\n"
    files = {f"theme/{FOLDER}/evidence.css": own}
    theme = {"name": "material", "font": False, "custom_dir": "theme"}
    site = Site.create(tmp_path, files, theme=theme).build()
    assert site.text(f"{FOLDER}/evidence.css") == own
