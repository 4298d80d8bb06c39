"""MkDocs with Material's blog: hands the posts over, and keeps the author's file their identity.

``plugin`` holds the event handlers, ``options`` the settings in ``mkdocs.yml``, ``pages`` what each
page gets while it is rendered, ``files`` the files that stand for summaries, ``blog`` all that is
known of Material's blog plugin.
"""
