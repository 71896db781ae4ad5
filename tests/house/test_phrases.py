"""What people typed and then said they meant is kept without a name, and printed."""

import pytest

from bot.commands import main
from tests.helpers.activities import plan_saturday
from tests.town import BINH, CUONG, HANH, Town, clock


async def test_a_chosen_total_is_kept_with_its_words(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45 người: ĐTN 20, PN 15")
    await town.tap(CUONG, "45")
    kept = await town.sql("SELECT context, text, meaning, times FROM phrase")
    assert kept == [("turnout", "45 người: ĐTN 20, PN 15", "total=45", 1)]


async def test_a_chosen_assignment_keeps_the_wish_not_the_person(town: Town) -> None:
    await town.write(HANH, "giao ban")
    await town.write(HANH, "Bình: treo pa-nô, thứ 6\nBình: sửa loa, thứ 6")
    await town.tap(HANH, "Giao cả 2 việc")
    await town.write(BINH, "xong r a")
    await town.tap(BINH, "1 – treo pa-nô")
    [(context, text, meaning)] = await town.sql("SELECT context, text, meaning FROM phrase")
    assert (context, text, meaning) == ("assignment", "xong r a", "done")


async def test_the_command_prints_them(
    town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    await town.work(lambda work: work.phrases.save("turnout", "45", "total=45", work.today))
    [(path,)] = await town.sql("SELECT file FROM pragma_database_list WHERE name = 'main'")
    monkeypatch.setenv("DATABASE_PATH", path)
    assert main(["phrases"]) == 0
    assert capsys.readouterr().out == "1\tturnout\t45\ttotal=45\n"
