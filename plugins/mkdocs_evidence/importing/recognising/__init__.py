"""The fields of a summary, found in a post that knows nothing of them."""

from .recognise import Recognised, recognise
from .result import Credit, Part

__all__ = ["Credit", "Part", "Recognised", "recognise"]
