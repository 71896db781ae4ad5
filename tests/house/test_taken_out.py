"""What is taken out as sheets is a list of what may go: the private and the hidden stay inside."""

import csv
from pathlib import Path

from domain.checklist_kinds import VISIT
from domain.checklists import items_of
from storage import Work
from storage.safekeeping import export
from storage.taken_out import TAKEN_OUT
from tests.helpers.activities import open_saturday
from tests.helpers.assignments import numbered, report
from tests.helpers.house import fresh
from tests.helpers.registrations import join
from tests.helpers.supervision import LIEN, TRACO, office_of_visits, propose
from tests.town import BINH, CUONG, MAI, THANG, Town

COLUMNS = "SELECT name FROM pragma_table_info(?)"
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
PRIVATE = ("telegram_id", "phone", "chat_id", "file_id", "body", "raw", "facts", "answers", "box")
HIDDEN, HEARD = "thu chi quỹ hội", "đèn đường khu 2 hỏng"


async def lived(town: Town) -> None:
    await office_of_visits(town)
    await propose(town, LIEN, f"đột xuất {HIDDEN}", TRACO, "tuần này")
    await town.write(CUONG, f"ý kiến: {HEARD}, 5 hộ nói")
    await join(town, MAI, await open_saturday(town))


def sheets(folder: Path, *, everything: bool = False) -> str:
    out = folder / "out"
    list(export(folder / "town.db", out, everything=everything))
    return "\n".join(file.read_text("utf-8-sig") for file in out.glob("*.csv"))


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    said = (folder / "out" / f"{table}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(said.splitlines()))


async def test_what_is_private_or_hidden_is_not_taken_out(town: Town, tmp_path: Path) -> None:
    await lived(town)
    told = sheets(tmp_path)
    inside = [HIDDEN, TRACO, "GS-01", HEARD, "Mai", "+84900"]
    assert [one for one in inside if one in told] == []
    assert "YK-001" in told, "what is followed is counted"
    assert "Dọn bờ kênh" in told


async def test_nothing_tells_that_something_is_hidden(town: Town, tmp_path: Path) -> None:
    """What hangs on it, however many steps away, and who added its theme and body, and when."""
    await lived(town)

    def hang(work: Work) -> None:
        about = "visit:1"
        for kind, prefix in (("recommendation", "KN"), ("decision", "XK"), ("decision", "XK")):
            matter = work.matters.add(kind, prefix, "asked", work.now, raised_by=1, about=about)
            work.log("raised", "matter", matter.id)
            about = f"matter:{matter.id}"
        version = work.checklists.write(VISIT.code, items_of(["phí"]), work.now)
        begun = work.checklists.begin(VISIT, version, work.now, 1, about=about)
        work.log("marked", "checking", begun.id)

    await town.work(hang)
    sheets(tmp_path)
    journal, matters, checkings = (rows(tmp_path, n) for n in ("journal", "matter", "checking"))
    assert {row["kind"] for row in matters} == {"opinion"}
    assert checkings == []
    told = {row["kind"] for row in journal}
    assert told & {"visit", "checking", "theme", "body"} == set()
    opinion = [row["id"] for row in matters]
    assert {row["subject"] for row in journal if row["kind"] == "matter"} <= set(opinion)


async def test_no_reason_or_law_as_it_was_typed_is_taken_out(town: Town, tmp_path: Path) -> None:
    await lived(town)
    await town.write(LIEN, "kiến nghị: niêm yết mức phí")
    await town.write(LIEN, "KN1 căn cứ: theo lời bà Nguyễn Thị Sáu")
    told = sheets(tmp_path)
    assert "KN-001" in told
    assert "Sáu" not in told


async def test_no_words_of_a_result_a_reason_or_a_finding_are_taken_out(
    town: Town, tmp_path: Path
) -> None:
    await numbered(town)
    await town.tap(BINH, "Nhận việc")
    await report(town, "xong 147, đã vận động 6 hộ xóm Ngói")
    await town.write(THANG, "147 chưa đạt, xóm Ngói thiếu biên bản")
    assert "Ngói" not in sheets(tmp_path)
    kept = sheets(tmp_path, everything=True)
    assert "6 hộ xóm Ngói" in kept
    assert "thiếu biên bản" in kept


WORDS = {
    *("why", "basis", "elsewhere", "reason", "urgent_reason", "comment", "objects", "blocked"),
    *("text", "words", "result", "expected", "said", "raw", "apart", "meets", "signer"),
}
"""What people say of a thing, wherever it is kept."""
A_TITLE = {("checklist_item", "text"), ("checking_item", "text")}
"""The items of a list are what it is made of."""


def test_the_list_names_no_words_and_nothing_that_is_not_there() -> None:
    opened = fresh()
    for table, sheet in TAKEN_OUT.items():
        there = {name for (name,) in opened.execute(COLUMNS, (table,))}
        assert set(sheet.columns) - there == set(), table
        said = {(table, column) for column in WORDS.intersection(sheet.columns)}
        assert said - A_TITLE == set()


async def test_with_all_it_is_taken_out_too(town: Town, tmp_path: Path) -> None:
    await lived(town)
    told = sheets(tmp_path, everything=True)
    assert [one for one in (HIDDEN, "GS-01", HEARD, "Mai") if one not in told] == []


def test_the_list_names_what_is_there_and_nothing_private() -> None:
    opened = fresh()
    tables = {name for (name,) in opened.execute(TABLES)}
    assert set(TAKEN_OUT) - tables == set()
    columns = {
        column[0]
        for table, sheet in TAKEN_OUT.items()
        for column in opened.execute(
            f"SELECT {', '.join(sheet.columns)} FROM {table} WHERE {sheet.rows}"
        ).description
    }
    assert columns & set(PRIVATE) == set()
