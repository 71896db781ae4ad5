"""What is kept of nobody, whatever words tell of them."""

from enum import StrEnum


class Unkept(StrEnum):
    """Why words are not written down; each is answered by a text of its own."""

    ORIGIN = "sensitive"
    """Ethnicity, religion, gossip."""
    ACCUSED = "complaint"
    """Somebody of the state is said to have done wrong: that has its own door by law."""
    HOUSEHOLD = "household"
    """Whose house it is, who lives there."""
    NAMED = "named"
    """Who speaks, or is spoken of, and their telephone."""


RESIDENTS = frozenset({Unkept.ORIGIN, Unkept.HOUSEHOLD})
"""A colleague may be named in what is no opinion, and a visit finds wrongs: of these alone nothing
is ever kept."""
GRAVER = frozenset({Unkept.ORIGIN, Unkept.ACCUSED})
"""Of these no line is said back, not even without names."""
FIELD = RESIDENTS | {Unkept.ACCUSED}
ALL = frozenset(Unkept)
