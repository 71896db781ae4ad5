"""Every number that a report tells opens to the rows it counts, and back, in one message."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from actions.details.counted import Counted
from actions.digest.facts import ALL, compute, seen_as
from actions.digest.printing import edition_of
from actions.rooms import ReportPart, report_parts
from actions.sample import load_sample
from domain.digest import Seen
from domain.periods import Week
from domain.report import Lines, Part, ReportLine
from papers.week_rows import cell_text
from storage import Database, Work
from texts import Catalogue

ANCHOR = date(2026, 11, 23)
NO_COUNT = {
    "percent": "a share of two figures that open",
    "target": "what was hoped for",
    "wanted": "what was hoped for",
    "number": "a place in a list, or which week",
    "no": "how a task is called",
    "id": "which one it is",
    "unit_id": "which section it is",
    "weeks": "how many weeks are told together",
    "digest.overdue.days": "how long it is late",
    "digest.caption_overdue.days": "how long it is late",
    "digest.waiting.days": "how long the oldest waits",
    "checklist.report_waiting.days": "how long nobody looked",
    "digest.more.n": "how many more lines there are",
    "digest.more_days.n": "how many more lines there are",
    "digest.late_week.was": "what another week's report said",
    "digest.late_week.now": "what another week's report says, where it opens",
    "digest.next_due.rest": "how many more lines there are",
    "digest.caption_overdue.rest": "how many more lines there are",
}
CALLED = {
    ("digest.field_row", "lines"): "points",
    ("digest.late.some", "n"): "overdue",
    ("digest.late.none", "n"): "overdue",
    ("digest.headline_late", "n"): "overdue",
    ("digest.caption_overdue", "n"): "overdue",
    ("digest.late.some", "new"): "unaccepted",
    ("digest.late.none", "new"): "unaccepted",
    ("digest.next_due", "n"): "next",
    ("digest.caption_due", "n"): "next",
    ("matter.concluded_left", "n"): "older",
    ("matter.concluded_headline", "n"): "asks",
    ("matter.concluded_headline", "done"): "over",
    ("digest.together", "events"): "events_weeks",
    ("digest.together", "people"): "people_weeks",
    ("digest.together", "silent"): "silent_weeks",
    ("digest.year", "events"): "events_year",
    ("digest.year", "people"): "people_year",
    ("digest.year", "silent"): "silent_year",
    ("training.report_next", "n"): "registered",
    ("register.caption_line", "n"): "numbers",
}
"""Where a line calls a figure otherwise than the part does."""


def numbers(facts: Any, name: str = "") -> Iterator[tuple[str, float]]:
    """Every number of a line, by the name that it has there; of a list by the list's."""
    if isinstance(facts, Mapping):
        for key, one in facts.items():
            inner = name if name and key in ("n", "total") and name != "rows" else key
            inner = str(facts["what"]) if key == "n" and "what" in facts else inner
            yield from numbers(one, inner)
    elif isinstance(facts, (list, tuple)):
        for one in facts:
            yield from numbers(one, name)
    elif isinstance(facts, (int, float)) and not isinstance(facts, bool) and facts:
        yield name, facts


def lines(part: Part) -> Iterator[ReportLine]:
    for one in fields(part):
        if one.type is Lines:
            yield from getattr(part, one.name)


def opened(work: Work, seen: Seen, part: ReportPart) -> set[tuple[str, float]]:
    """Each figure that opens, and how much its rows come to."""
    rows = part.behind(work, seen) if part.behind else ()
    found = {(one.figure, one.n) for one in rows}
    if part.name == "work":
        counted = Counted(work, seen)
        found |= {(n, counted.times(n, rows)) for n, rows in counted.figures.items()}
        for key, _ in counted.groups("unit"):
            for name in counted.figures:
                of = counted.tasks_of("unit", key, name)
                found.add((name, counted.times(name, of)))
    return found


def untold(work: Work, seen: Seen) -> list[str]:
    """The numbers of a report that open to nothing, or to something else."""
    missing = list[str]()
    for part in report_parts():
        told = part.tells(work, seen)
        there = opened(work, seen, part)
        for line in lines(told) if told else ():
            for name, n in numbers(line.facts):
                figure = CALLED.get((line.kind, name), name)
                counts = name not in NO_COUNT and f"{line.kind}.{name}" not in NO_COUNT
                if counts and (figure, n) not in there:
                    missing.append(f"{part.name}: {line.kind}: {name} {n}")
    return missing


SAID = "INSERT INTO journal (office_id, at, who, event, kind, subject, text, facts) VALUES"
FRIDAY = "unixepoch('2026-11-20 03:00')"
RICHER = (
    "INSERT INTO place_mark (office_id, locality_id, mark, reason, since, until)"
    " SELECT office_id, id, 'weak', 'chậm', '2026-11-01', '2026-12-31' FROM locality",
    f"{SAID} (1, {FRIDAY}, 'x', 'praised', 'assignment', 1, 'tốt', '{{}}')",
    f"{SAID} (1, {FRIDAY}, 'x', 'reopened', 'assignment', 2, NULL, '{{}}')",
    f"{SAID} (1, {FRIDAY}, 'x', 'thanked', 'activity', (SELECT max(id) FROM activity"
    " WHERE date(starts_at, 'unixepoch') = '2026-11-21'), NULL, '{\"n\": 40}')",
    "DELETE FROM turnout_part WHERE organisation_id = (SELECT max(id) FROM organisation)",
    "UPDATE assignment SET unit_id = NULL WHERE id % 3 = 0",
    "UPDATE assignment_span SET unit_id = NULL WHERE assignment_id % 3 = 0",
    "UPDATE checklist_mark SET status = 'claimed', at = unixepoch('2026-11-02')"
    " WHERE item = 2 AND status = 'verified'",
)
"""What the sample has nothing of: weak places, praise, what was opened again, thanks, people of
no organisation, work of no section, claims that wait."""


async def on_sample(folder: Path, look: Callable[[Work, Seen], Any]) -> Any:
    """Something looked at in the sample's week 47, as its reader sees it."""
    async with Database.open(folder / "office.db") as database:

        def seen_in(connection: Any) -> Any:
            work = load_sample(connection, ANCHOR).work
            for statement in RICHER:
                connection.execute(statement)
            edition = edition_of(work, Week.of(ANCHOR).previous)
            return look(work, seen_as(work, edition, ALL, edition.cut_off))

        return await database.write(seen_in)


async def test_every_number_opens_to_what_it_counts(tmp_path: Path) -> None:
    assert await on_sample(tmp_path, untold) == []


def silent(work: Work, seen: Seen) -> set[str]:
    """The parts that tell nothing."""
    return {part.name for part in report_parts() if not part.tells(work, seen)}


async def test_the_report_that_is_tried_is_a_rich_one(tmp_path: Path) -> None:
    """Of campaigns and conclusions their own stories tell."""
    assert await on_sample(tmp_path, silent) == {"campaigns", "concluded"}


def nameless(work: Work, seen: Seen) -> list[str]:
    """Figures that have no name in some language."""
    figures = [
        f"behind.{part.name}.{one.figure}"
        for part in report_parts()
        if part.behind
        for one in part.behind(work, seen)
    ]
    texts = [Catalogue().words(locale) for locale in ("vi", "en")]
    return [figure for figure in figures if not all(words.has(figure) for words in texts)]


async def test_every_figure_has_a_name_in_both_languages(tmp_path: Path) -> None:
    assert await on_sample(tmp_path, nameless) == []


def alike(work: Work, seen: Seen) -> list[tuple[str, ...]]:
    """Figures of a part that are called by the same words."""
    called = [
        (part.name, one.figure, one.of, one.what, one.measure)
        for part in report_parts()
        for one in (part.behind(work, seen) if part.behind else ())
        if one.rows
    ]
    return sorted({one for one in called if called.count(one) > 1})


async def test_each_figure_says_what_it_counts(tmp_path: Path) -> None:
    """61, 52 and 45 households are reached, agreed and handed over: no two are called alike."""
    assert await on_sample(tmp_path, alike) == []


def registers_on_paper(work: Work, seen: Seen) -> set[tuple[Any, ...]]:
    tables = [t for part in rows_told(work, seen) for t in part.tables if t.title == "registers"]
    return {row[1:] for table in tables for row in table.rows}


async def test_each_step_of_a_register_is_named_on_paper_too(tmp_path: Path) -> None:
    """«61 / 52 / 45» says of nothing what it counts."""
    said = await on_sample(tmp_path, registers_on_paper)
    assert ("@register.counts.clearance.reached", 61, 64, "") in said
    assert ("@register.counts.clearance.handed", 45, 64, "▲4") in said


def in_words(work: Work, seen: Seen) -> list[str]:
    """What the sheet has of every figure, as it reads."""
    [table] = [t for part in rows_told(work, seen) for t in part.sheet if t.title == "counted"]
    words = Catalogue().words("vi")
    return [" · ".join(cell_text(words, cell) for cell in row) for row in table.rows]


def rows_told(work: Work, seen: Seen) -> Sequence[Part]:
    return compute(work, seen.edition, ALL, seen.until, rows=True).parts


async def test_the_sheet_has_the_figures_of_the_tasks_row_by_row_and_every_unit(
    tmp_path: Path,
) -> None:
    said = await on_sample(tmp_path, in_words)
    overdue = [row for row in said if row.startswith("Việc · quá hạn · ")]
    assert len(overdue) == 3
    assert any("139" in row and row.endswith(" · 1 · việc") for row in overdue)
    assert any(row.startswith("Ra quân · Kết quả · ") and row.endswith("km đường") for row in said)
    assert any("tiếp cận" in row and row.endswith(" · 61 · hộ") for row in said)
    assert not [row for row in said if row.endswith(" · ") or "@" in row]
