"""What looks across the posts: the topics, the works they speak of, the feeds.

``pages`` is what a host says of its pages once they are converted. Of these, ``mentions`` knows
what they say of works, so that ``bibliographies`` can be put into them (written by
``bibliography_writer``, with the ``headings`` and ids of their page, as the lists in
``bibliography``) and works get pages of their own: ``work_pages`` says which, ``works`` what is on
one, ``work_links`` links to it. ``banners`` warns of retracted works that a post cites, by their
``names``. ``addresses`` makes links of the addresses of pages. ``topics`` and
``feeds`` stand alone. ``covered`` are the studies of the posts, which ``across`` puts into pages as
``evidence_table``, ``effect_plot`` and ``evidence_map``.
"""

from __future__ import annotations

from .across import PARTS, Across
from .banners import BANNER, Banners
from .bibliographies import Bibliographies, FilledPage, asks_for_works_of_page, check_bibliographies
from .bibliography import CitedWork, ListedWork, PageLink, WorkGroup, bibliography, cited_work
from .covered import covered_studies
from .feeds import Feed, FeedImage, FeedItem, json_feed, rss
from .headings import NewHeading
from .mentions import Mentions
from .pages import Discussion, SitePage
from .topics import Topic, topic_list
from .work_links import WorkLinks
from .work_pages import FinishedPage, WorkPages
from .works import PageMention, PostMention, WorkPage, work_page, work_slugs

__all__ = [
    "BANNER",
    "PARTS",
    "Across",
    "Banners",
    "Bibliographies",
    "CitedWork",
    "Discussion",
    "Feed",
    "FeedImage",
    "FeedItem",
    "FilledPage",
    "FinishedPage",
    "ListedWork",
    "Mentions",
    "NewHeading",
    "PageLink",
    "PageMention",
    "PostMention",
    "SitePage",
    "Topic",
    "WorkGroup",
    "WorkLinks",
    "WorkPage",
    "WorkPages",
    "asks_for_works_of_page",
    "bibliography",
    "check_bibliographies",
    "cited_work",
    "covered_studies",
    "json_feed",
    "rss",
    "topic_list",
    "work_page",
    "work_slugs",
]
