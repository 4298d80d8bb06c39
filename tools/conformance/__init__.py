"""Measures the CSL processor: against CSL's own test suite, pandoc and citeproc-js.

``cases`` reads the suite's files, ``adapter`` turns a case into a call of the processor,
``normalise`` says what counts as the same text, and ``suite`` counts.
"""
