"""What is followed, in the weekly report, by kind."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from actions.matters.known import may_read
from actions.rooms import ReportPart, of_matters
from domain.behind import HIDDEN, MATTER, Behind, Row, behind, some
from domain.digest import Seen
from domain.matter_kinds import kind_of
from domain.report import Part, ReportLine
from storage import Work
from storage.matters import MatterStood

NAME = "matters"
COUNTED = ("fresh", "open", "closed", "late")
RARE = ("fresh", "closed", "late")
"""Named only where there are any."""


def tell(work: Work, seen: Seen) -> Part | None:
    """One line a kind."""
    if not seen.whole:
        return None
    all_ = _followed(work, seen)
    shown = [_tally(kind, found) for kind, found in all_.items()]
    lines = tuple(_line(work, row["kind"], row, all_[row["kind"]], seen) for row in shown)
    waiting = tuple(row for row in shown if row["open"])
    brief = (ReportLine("matter.caption_line", {"rows": waiting}),) if waiting else ()
    return Part(NAME, lines, caption=brief) if lines else None


def _followed(work: Work, seen: Seen) -> dict[str, list[MatterStood]]:
    """Kind by kind."""
    found: dict[str, list[MatterStood]] = {}
    for one in work.matters.followed(seen.week.begins(work.zone), seen.cut_off):
        if not kind_of(one.kind).apart:
            found.setdefault(one.kind, []).append(one)
    return found


def _counted(kind: str, found: Sequence[MatterStood]) -> dict[str, list[MatterStood]]:
    counted = {name: [one for one in found if getattr(one, name)] for name in COUNTED}
    return {**counted, "fresh": _came(kind, found)}


def _tally(kind: str, found: Sequence[MatterStood]) -> dict[str, Any]:
    counts = {name: len(those) for name, those in _counted(kind, found).items()}
    return {"kind": kind, **counts, **{name: counts[name] or None for name in RARE}}


def _came(kind: str, found: Iterable[MatterStood]) -> list[MatterStood]:
    """Of late, and not as something that was never said."""
    return [one for one in found if one.fresh and one.state not in kind_of(kind).unsaid]


def _line(
    work: Work, kind: str, row: dict[str, Any], found: Sequence[MatterStood], seen: Seen
) -> ReportLine:
    if own := of_matters(kind):
        return own.line(work, row, _came(kind, found), seen)
    return ReportLine("matter.report_line", row)


def behind_matters(work: Work, seen: Seen) -> Iterable[Behind]:
    """Of each kind what came, stands open, ended, is late; and what its room tells besides."""
    if not seen.whole:
        return ()
    return some(
        one
        for kind, found in _followed(work, seen).items()
        for one in _of(work, kind, found, seen)
    )


def _of(work: Work, kind: str, found: list[MatterStood], seen: Seen) -> Iterator[Behind]:
    of, own = f"@matter.counted.{kind}", of_matters(kind)
    for name, members in _counted(kind, found).items():
        yield behind(name, rows_of(work, (one.id for one in members)), of, kind)
    if own:
        yield from own.behind(work, _came(kind, found), seen)


def rows_of(work: Work, ids: Iterable[int]) -> list[Row]:
    """Each with its state of today; one that the reader may not see is counted all the same."""
    return [_row(work, matter_id) for matter_id in ids]


def _row(work: Work, matter_id: int) -> Row:
    one = work.matters.get(matter_id)
    if not may_read(work, one):
        return Row(MATTER, 0, HIDDEN)
    place = work.offices.locality_name(one.locality_id)
    more = {"stands": f"{one.kind}.{one.state}", "who": place}
    return Row(MATTER, one.id, one.code, day=one.due_at, more=more)


PART = ReportPart(NAME, 30, tell, behind=behind_matters)
