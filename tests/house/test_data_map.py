"""The map of personal data says what the code does."""

from tests.house.data_map import PAGE, page


def test_the_map_is_what_the_modules_declare() -> None:
    assert PAGE.read_text("utf-8") == page(), "write it anew: python -m tests.house.data_map"
