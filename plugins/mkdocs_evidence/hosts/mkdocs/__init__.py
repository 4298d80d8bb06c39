"""MkDocs with Material's blog: hands the posts over, and keeps the author's file their identity.

``plugin`` holds the event handlers, ``options`` the settings in ``mkdocs.yml``, ``pages`` what each
page gets while it is rendered, ``front_matter`` what a page says of its citations, ``origins`` what
the author wrote of it. ``files`` are the files that stand for summaries, ``folder`` is what else
lies among these. ``blog`` is all that is known of Material's blog plugin. ``downloads`` are the
files that readers take into their reference managers.

When all pages are rendered, ``records`` says what is known of each. ``works`` adds the pages of
works to the files, and ``contents`` the headings of bibliographies to the contents of their page.
"""
