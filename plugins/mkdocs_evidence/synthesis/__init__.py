"""What looks across the posts: the topics, every work cited, the feeds."""

from __future__ import annotations

from .bibliography import CitedWork, bibliography_list
from .feeds import Feed, FeedImage, FeedItem, json_feed, rss
from .topics import Topic, topic_list

__all__ = [
    "CitedWork",
    "Feed",
    "FeedImage",
    "FeedItem",
    "Topic",
    "bibliography_list",
    "json_feed",
    "rss",
    "topic_list",
]
