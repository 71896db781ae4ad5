"""A paper that was issued bears a day that has come."""

from datetime import date

from domain.refusals import Refusal


def check_issued(day: date | None, today: date) -> None:
    """A day ahead is most often one typed wrong: it is asked for once more."""
    if day and day > today:
        raise Refusal("paper_ahead", day=day)
