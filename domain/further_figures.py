"""What a further line says of figures that were told before: it changes them, adds to them, or is
said instead of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.turnout import MEASURE, WITHIN, Amount, Figures, corrected, names_only

SETTLED = ("", MEASURE)


@dataclass(frozen=True, slots=True)
class ToldFigures:
    """What stands or was read back: the same as `Figures`, organisations by their codes. `anew`:
    it is being said again, so that whom it did not name may be among the others."""

    total: int | None
    parts: Mapping[str, int] = field(default_factory=dict)
    doubt: str = ""
    candidates: tuple[int, ...] = ()
    about: bool = False
    absent: int | None = None
    either: tuple[Amount, ...] = ()
    anew: bool = False

    @property
    def rest(self) -> int:
        """People of no organisation that was named."""
        return max(0, (self.total or 0) - sum(self.parts.values()))


def is_piece(said: Figures, told: ToldFigures) -> bool:
    """It says no sum of its own: so many more, an organisation, who is missing, a result. Several
    organisations, where only a sum was told, are the whole."""
    if said.total is None or said.change:
        return True
    if not names_only(said) or said.summed:
        return False
    alone = len(said.parts) == 1 and not told.anew and said.people <= told.rest
    return bool(told.parts) or alone


def further(said: Figures, told: ToldFigures) -> Figures:
    """The whole that a piece makes of what was told; a sum of its own stands instead."""
    if not is_piece(said, told):
        return said
    if said.change and said.total is not None:
        return as_before(_grown(said, told), told)
    of_some = _named if said.parts and said.total is not None else _of_the_rest
    return as_before(of_some(said, told), told)


def lets_go(said: Figures, told: ToldFigures) -> bool:
    """A whole report of its own, instead of another: that is said."""
    lost = told.parts.keys() - said.parts.keys() or (told.absent and said.absent is None)
    other = told.total != said.total or bool(lost)
    return other and told.total is not None and not (said.doubt or is_piece(said, told))


def _grown(said: Figures, told: ToldFigures) -> Figures:
    """«thêm 2 đtn», «bớt 3», on top of each sum that it may be."""
    more = said.total or 0
    parts = {c: told.parts.get(c, 0) + n for c, n in said.parts.items()}
    together = replace(said, parts={**told.parts, **parts})
    if told.doubt not in SETTLED:
        return replace(_doubted(together, told), candidates=_each(told, more))
    return replace(together, total=(told.total or 0) + more)


def _named(said: Figures, told: ToldFigures) -> Figures:
    """«ccb 8»: whoever was named before stays. Of people of whom no organisation was told it is
    asked whether these are among them."""
    whole = corrected(told.parts, told.total, said)
    more = whole.people - told.rest - sum(told.parts.values())
    if told.doubt not in SETTLED:
        among, *others = _each(told, more)
        if told.doubt == WITHIN and sum(whole.parts.values()) <= told.candidates[0]:
            among = told.candidates[0]
        return replace(_doubted(whole, told), candidates=(among, *others))
    new = said.parts.keys() - told.parts.keys()
    if new and more == told.rest > 0:
        return replace(whole, total=told.total)
    if new and not told.anew and 0 < more < told.rest:
        return replace(whole, total=None, doubt=WITHIN, candidates=(told.total or 0, whole.people))
    return whole


def _of_the_rest(said: Figures, told: ToldFigures) -> Figures:
    """«vắng 3», «2 tấn rác»: as many people as before."""
    absent = said.absent
    if absent is not None and said.change:
        absent += told.absent or 0
    same = replace(said, total=told.total, parts=told.parts, absent=absent)
    if told.doubt not in SETTLED:
        return replace(_doubted(same, told), candidates=told.candidates)
    unlikely = absent is not None and told.total is not None and absent > told.total
    return replace(same, doubt="vague") if told.total is None or unlikely else same


def _doubted(said: Figures, told: ToldFigures) -> Figures:
    """The question that is open stays open."""
    return replace(said, total=None, doubt=told.doubt)


def _each(told: ToldFigures, more: int) -> tuple[int, ...]:
    return tuple(n + more for n in told.candidates)


def as_before(said: Figures, told: ToldFigures) -> Figures:
    """Who was missing, that it is «khoảng», and a result of two readings stay where nothing else
    is said."""
    absent = told.absent if said.absent is None else said.absent
    either = said.either or told.either
    doubt = said.doubt or (MEASURE if told.doubt == MEASURE and either else "")
    return replace(said, absent=absent, about=said.about or told.about, either=either, doubt=doubt)
