"""How often somebody is rung in a day: what comes after that comes without a sound."""

from collections.abc import Callable

from domain.hours import RINGS_A_DAY


def may_ring(rung_today: Callable[[], int], *, urgent: bool, counted: bool) -> bool:
    """Whether a letter rings that has reason to; what was counted once rings on its next try."""
    return urgent or counted or rung_today() < RINGS_A_DAY
