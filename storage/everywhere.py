"""What no office bounds: a person's own rows in all of them, whose a link or a card is, and what
the deployment has as a whole. Plain functions, which are handed a bare connection, are of none
either: the reception and the roof call them, where nobody is known yet."""

from storage.table import Statements


class Everywhere(Statements):
    """Statements over all offices: what they find is shown to the person themselves, if at all."""
