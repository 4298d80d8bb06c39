"""What helps an author to write a summary, before and while it is written.

``exported`` reads what other programs export, ``bib`` adds a work to a .bib file, ``findings``
tells what to know of it, and ``draft`` begins its summary with ``guidance`` from the model; all of
them take plain letters from ``words``. ``schema`` tells editors what can be written where, which
see it as ``editor_values`` does; ``forms`` makes a form in the browser of the same model.
``site_lists`` adds authors and topics to the site's own. ``watch`` asks what became of works since,
and tells it.
"""
