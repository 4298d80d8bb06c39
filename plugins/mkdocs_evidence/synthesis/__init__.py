"""What looks across the posts: the topics, the works they speak of, the feeds."""

from __future__ import annotations

from .bibliography import CitedWork, ListedWork, WorkGroup, bibliography, cited_work
from .feeds import Feed, FeedImage, FeedItem, json_feed, rss
from .topics import Topic, topic_list
from .works import PageMention, PostMention, WorkPage, work_link, work_page, work_slugs

__all__ = [
    "CitedWork",
    "Feed",
    "FeedImage",
    "FeedItem",
    "ListedWork",
    "PageMention",
    "PostMention",
    "Topic",
    "WorkGroup",
    "WorkPage",
    "bibliography",
    "cited_work",
    "json_feed",
    "rss",
    "topic_list",
    "work_link",
    "work_page",
    "work_slugs",
]
