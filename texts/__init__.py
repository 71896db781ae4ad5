"""Every word a person reads, Vietnamese first."""

from texts.catalogue import Catalogue, Words, load
from texts.render import Label, render

__all__ = ["Catalogue", "Label", "Words", "load", "render"]
