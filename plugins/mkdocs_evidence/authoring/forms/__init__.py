"""A form in the browser in which summaries are written, made of the model.

``configuration`` says what the form has, ``editor`` brings the program that shows it, and ``page``
is the page on which it stands.
"""

from __future__ import annotations

from .configuration import form_configuration
from .editor import EditorError, is_fetched
from .page import FOLDER, write_form

__all__ = ["FOLDER", "EditorError", "form_configuration", "is_fetched", "write_form"]
