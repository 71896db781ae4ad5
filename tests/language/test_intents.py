"""What a room reads anew swallows no line that was another's."""

from tests.language.intents import changed, of_tables, recorded

ANEW = "is it meant? then: python -m tests.language.intents"


def test_every_line_is_taken_for_what_it_was() -> None:
    assert not changed(recorded()), ANEW


def test_every_line_of_a_table_is_recorded() -> None:
    assert not set(of_tables()) - recorded().keys(), ANEW
