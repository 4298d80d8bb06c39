"""Rendering elements (CSL 1.0.2, Rendering Elements).

Each element of a style is compiled once into an object whose ``render`` returns a piece of the
output tree, or None where there is nothing to print.
"""

from .base import Element, Styling
from .compiling import Compiler

__all__ = ["Compiler", "Element", "Styling"]
