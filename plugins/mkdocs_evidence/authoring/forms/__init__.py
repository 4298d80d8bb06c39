"""A form in the browser in which summaries are written, made of the model.

``configuration`` says what the form has, ``editor`` brings the program that shows it, and ``page``
is the page on which it stands.
"""
