"""What no office bounds: a person's own rows in all of them, and whose a link or a card is."""

from storage.table import Statements


class Everywhere(Statements):
    """Statements over all offices: what they find is shown to the person themselves, if at all."""
