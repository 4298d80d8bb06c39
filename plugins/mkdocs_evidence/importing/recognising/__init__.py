"""The fields of a summary, found in a post that knows nothing of them."""

from .recognise import Recognised, recognise

__all__ = ["Recognised", "recognise"]
