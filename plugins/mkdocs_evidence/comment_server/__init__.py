"""The server that keeps the comments of a site: how it is set up, and what it keeps.

``addresses`` says whether the addresses of site and server go together, and ``files`` writes what
an Isso server needs. ``threads`` is what readers wrote as a file that people and programs can read,
and ``database`` takes it out of Isso's database, and puts it in.
"""

from __future__ import annotations

from .addresses import Remark, check_addresses
from .database import Imported, UnusableDatabaseError, add_threads, read_threads
from .files import PRIVATE, Secrets, Server, new_secrets, secrets_in, server_files
from .threads import Comment, NoThreadsError, Reply, Thread, as_json, from_json

__all__ = [
    "PRIVATE",
    "Comment",
    "Imported",
    "NoThreadsError",
    "Remark",
    "Reply",
    "Secrets",
    "Server",
    "Thread",
    "UnusableDatabaseError",
    "add_threads",
    "as_json",
    "check_addresses",
    "from_json",
    "new_secrets",
    "read_threads",
    "secrets_in",
    "server_files",
]
