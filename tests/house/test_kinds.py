"""What a kind costs is what the page says."""

from tests.house.kinds import PAGE, page


def test_the_page_counts_what_the_kinds_cost() -> None:
    assert PAGE.read_text("utf-8") == page(), "write it anew: python -m tests.house.kinds"
