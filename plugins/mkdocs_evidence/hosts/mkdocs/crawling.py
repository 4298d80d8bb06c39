"""What search engines are told of the files of the site, beside its pages."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_build_date

from mkdocs_evidence.metadata import robots

from .pages import Pages

ROBOTS = "robots.txt"


def add_robots(files: Files, config: MkDocsConfig) -> None:
    """Add the file that says where the sitemap is, unless the site has one of its own."""
    if config.site_url and not files.get_file_from_path(ROBOTS):
        files.append(File.generated(config, ROBOTS, content=robots(config.site_url)))


def date_sitemap(files: Files, pages: Pages) -> None:
    """Give the sitemap the day on which each post was last changed, if the site has posts.

    For pages of which no plugin knows that day, MkDocs has the day of the build, which says
    nothing; these are left without one. It packs the sitemap with the newest day of all, so that
    there has to be one, and none that is still to come.
    """
    today = get_build_date()
    all_pages = [file.page for file in files.documentation_pages() if file.page]
    found = [(page, pages.post_of(page)) for page in all_pages]
    if not any(post for _, post in found):
        return
    for page, post in found:
        if post:
            page.update_date = min(str(post.summary.updated or post.summary.date), today)
        elif page.update_date == today:
            page.update_date = ""
