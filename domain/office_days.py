"""Numbers of days that an office may set otherwise."""

from collections.abc import Mapping

from domain.refusals import Refusal

NOTICE, ANSWER, RADAR = "notice", "answer", "radar"
USUAL: Mapping[str, int] = {NOTICE: 15, ANSWER: 20, RADAR: 180}
"""`domain.md` 3.5: so long before it a body has the plan; so long it has to answer, and as long
without an answer those above it are written to; so far around it a visit to the same body is an
overlap."""
MOST = 366


def check_days(name: str, days: int) -> None:
    if name not in USUAL:
        raise Refusal("unknown_button")
    if not 1 <= days <= MOST:
        raise Refusal("office_days", most=MOST)
