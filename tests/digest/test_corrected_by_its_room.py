"""What a late figure changed is told by the room whose part it is; the report knows no shape."""

from datetime import date, timedelta

import pytest

from actions.digest import facts
from actions.digest.facts import ALL, compute, corrected, seen_as
from actions.digest.printing import edition_of
from actions.rooms import ReportPart, report_parts
from actions.sample import load_sample
from domain.digest import Seen
from domain.periods import Week
from domain.report import Part, ReportLine
from storage import Work
from tests.helpers.house import fresh

ANCHOR = date(2026, 11, 23)


def tell(_: Work, seen: Seen) -> Part:
    """Its details have no day and no points."""
    told = seen.until - seen.cut_off >= timedelta(hours=1)
    return Part("models", details=(ReportLine("digest.more", {"n": 7 if told else 3}),))


def corrects(before: Part, after: Part) -> ReportLine | None:
    was, now = (part.details[0].facts["n"] for part in (before, after))
    return ReportLine("digest.more", {"n": now - was}) if now != was else None


@pytest.mark.parametrize(("says", "told"), [(None, []), (corrects, [4])])
def test_another_room_says_in_its_own_way_what_changed(
    says: object, told: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    part = ReportPart("models", 46, tell, corrected=True, corrects=says)  # type: ignore[arg-type]
    parts = [*(one for one in report_parts() if one.name != "models"), part]
    monkeypatch.setattr(facts, "report_parts", lambda: parts)
    work = load_sample(fresh(), ANCHOR).work
    now = edition_of(work, Week(Week.of(ANCHOR).monday - timedelta(weeks=1)))
    report = compute(work, now, ALL, now.cut_off)
    late = now.cut_off + timedelta(hours=2)
    anew = corrected(work, seen_as(work, now, ALL, late), report)
    assert [line.facts["n"] for line in anew.corrections] == told
