"""The sample's programme and recommendations in the report of week 47, whatever week it is."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from actions.digest.facts import ALL, compute
from actions.digest.printing import edition_of
from actions.sample import load_sample
from domain.letters import Message
from domain.periods import Week
from domain.programmes import count
from domain.report import WeeklyReport
from storage import Database
from storage.bundled import sample_data
from texts import Catalogue, render


@pytest.mark.parametrize("anchor", [date(2026, 11, 23), date(2027, 3, 1), date(2026, 9, 9)])
async def test_week_47(tmp_path: Path, anchor: date) -> None:
    golden = sample_data()["expected_digest_week_47"]["visits"]
    asked = sample_data()["recommendations"]

    def look(connection: Any) -> tuple[WeeklyReport, Any]:
        sample = load_sample(connection, anchor)
        week = Week(Week.of(anchor).monday - timedelta(weeks=1))
        now = edition_of(sample.work, week)
        visits = sample.work.visits.of_year(sample.work.today.year)
        return compute(sample.work, now, ALL, now.cut_off), count(visits, now.cut_off)

    async with Database.open(tmp_path / "office.db") as database:
        report, programme = await database.write(look)
    whole = programme.whole
    assert {name: getattr(whole, name) for name in golden} == golden
    assert (whole.saved, whole.doing, whole.trips) == (5, 1, 1)
    assert sum(tally.saved for tally in programme.by_organisation.values()) == 5
    text = render(Catalogue().words(), Message("digest.text", report.dump()))[0]
    assert "13 cuộc (6 tổ chức đề xuất 18, gộp giảm 5); đã xong 10, đang làm 1." in text
    assert (
        f"• Kiến nghị: {asked['total']}; đã trả lời {asked['answered']}; "
        f"đã khắc phục {asked['remedied']}; <b>quá hạn trả lời {asked['overdue']}</b>."
    ) in text
    caption = render(Catalogue().words(), Message("digest.caption", report.dump()))[0]
    assert "10/13 cuộc; 2 kiến nghị quá hạn trả lời" in caption
