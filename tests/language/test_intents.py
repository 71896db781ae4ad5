"""What a room reads anew swallows no line that was another's."""

import pytest

from tests.language.intents import changed, of_tables, recorded, standing

ANEW = "is it meant? then: python -m tests.language.intents"
PARTS = 8
"""There are ten thousand lines."""


@pytest.mark.parametrize("part", range(PARTS))
def test_every_line_is_taken_for_what_it_was(part: int) -> None:
    assert not changed(dict([*recorded().items()][part::PARTS])), ANEW


NEW = "python -m tests.language.intents new"


def test_every_line_of_a_table_is_recorded() -> None:
    assert sorted(set(of_tables()) - recorded().keys()) == [], NEW


def test_every_line_that_is_recorded_still_stands() -> None:
    """In a table or a story: so that whoever runs the command takes out no line of another."""
    assert sorted(recorded().keys() - standing()) == [], NEW
