"""The folder that the form opens: that of a site, whether git keeps it or not."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from mkdocs_evidence.authoring.forms import form_configuration, write_form
from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.settings import Settings
from tests.authoring.vendored_form import npm_cache, path_to_node
from tests.hosts.site import summary
from tools.serving import served

SETTINGS = Settings()

CHOOSING = """
window.showDirectoryPicker = async () => {
  const own = await navigator.storage.getDirectory();
  return own.getDirectoryHandle("site", { create: true });
};
"""
"""Chooses a folder of the browser's own, as the author does it in a window of the system."""

WRITING = """async (text) => {
  let folder = await window.showDirectoryPicker();
  for (const name of ["docs", "summaries"]) {
    folder = await folder.getDirectoryHandle(name, { create: true });
  }
  const file = await folder.getFileHandle("one.yaml", { create: true });
  const stream = await file.createWritable();
  await stream.write(text);
  await stream.close();
}"""


def test_a_site_is_opened_and_another_folder_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    monkeypatch.setenv("PATH", path_to_node())
    configuration = form_configuration(SETTINGS, Library(), "docs/summaries")
    write_form(tmp_path, configuration, SETTINGS.forms, npm_cache())
    with served(tmp_path) as url, browser.new_context(locale="en-GB") as context:
        context.add_init_script(CHOOSING)
        page = context.new_page()
        page.goto(f"{url}/admin/")
        choose = page.get_by_role("button", name="Work with Local Repository")
        expect(page.get_by_role("button")).to_have_count(1)  # nothing is said of GitHub

        choose.click()
        wrong = "This is not the folder of your site: there is no folder “docs” in it."
        expect(page.get_by_text(wrong)).to_be_visible()

        page.goto(f"{url}/admin/forms.json")
        page.evaluate(WRITING, summary())
        page.goto(f"{url}/admin/")
        choose.click()
        expect(page.get_by_text("Holding hands")).to_be_visible()
