"""The picture of a week, for a telephone: what rings at the hour of the report."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.week_picture import SectionBar, WeekBar, WeekPicture
from papers.drawing import HATCH, INK, LINE, QUIET, Canvas, letters_in
from papers.figures import (
    BLUE,
    EDGE,
    GAP,
    INNER,
    MIDDLE,
    ORANGE,
    SMALL,
    WIDTH,
    Bar,
    bars,
    cell,
    head,
)
from papers.sheet import Said, sayings
from papers.wording import Wording

HEIGHT, FOOT = 1280, 40
"""As high as eight weeks need; where there are none to show, as high as what there is."""
COLOURS = ("#0b62a8", "#e69f00", "#0000d8", "#56b4e9", "#004848", "#6b4a1f", "#f0b8a0")
"""Measured: each two differ by 30 (ΔE) also for who sees no red or no green; the last is for the
rest."""
MOST_SECTIONS, MOST_ORGANISATIONS = 6, 6
SECTIONS = 516
"""Where the sections begin."""


def week_picture(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """From the facts of `domain.week_picture`: its name and its bytes."""
    week = WeekPicture.load(facts["picture"])
    return f"tuan-{week.number}.png", drawn(words, week).png()


def drawn(words: Wording, week: WeekPicture) -> Canvas:
    said, canvas = sayings(words, "week"), Canvas(WIDTH, HEIGHT)
    title = said("title", number=week.number, monday=week.monday, sunday=week.sunday)
    head(canvas, title, week.part or week.short)
    _numbers(canvas, said, week)
    below = float(SECTIONS)
    if week.sections:
        below = _sections(canvas, said, week.sections[:MOST_SECTIONS], SECTIONS + 20)
    if week.weeks:
        _turnout(canvas, said, week, below + 34)
    else:
        canvas.height = round(below + FOOT)
    return canvas


def _numbers(canvas: Canvas, said: Said, week: WeekPicture) -> None:
    """Two large ones that tell of people and of work, then three of what is open. What only the
    whole is asked stands in no other."""
    half, third = (INNER - GAP) / 2, (INNER - 2 * GAP) / 3
    if week.weeks:
        _people(canvas, said, week, half)
    else:
        cell(canvas, EDGE, 144, half, said("n", n=week.closed), said("closed"))
    rate = said("rate", on_time=week.on_time, due=week.due) if week.due else said("unknown")
    cell(canvas, EDGE + half + GAP, 144, half, rate, said("on_time" if week.due else "no_due"))
    for number, name in enumerate(("overdue", "review" if week.asks is None else "asks", "open")):
        x = EDGE + number * (third + GAP)
        worse = ORANGE if name == "overdue" and week.overdue else INK
        cell(canvas, x, 330, third, said("n", n=getattr(week, name)), said(name), colour=worse)


def _people(canvas: Canvas, said: Said, week: WeekPicture, width: float) -> None:
    this = week.weeks[-1]
    people = said("unknown") if this.is_unknown or not this.points else said("n", n=this.total)
    unknown = "unsaid" if week.part else "silent"
    silent = unknown if this.silent else "people" if this.points else "no_day"
    note = said(silent, silent=this.silent, points=this.points)
    cell(canvas, EDGE, 144, width, people, note, HATCH if this.silent else "")


def _sections(canvas: Canvas, said: Said, sections: Sequence[SectionBar], top: float) -> float:
    """Each a bar as long as what fell due in it: on time, late, not done."""
    rows = [
        Bar(
            row.name or said("leaders"),
            ((row.on_time, BLUE), (row.late, HATCH), (row.undone, ORANGE)),
            f"{row.on_time}/{row.due}" if row.due else said("nothing"),
        )
        for row in sections
    ]
    y = bars(canvas, said("by_section"), rows, top, 412, 172)
    return y + _keys(canvas, said, y + 6)


def _keys(canvas: Canvas, said: Said, y: float) -> float:
    x = float(EDGE)
    for name, fill in (("key_on_time", BLUE), ("key_late", HATCH), ("key_overdue", ORANGE)):
        canvas.box(x, y + 3, 26, 26, fill, LINE)
        canvas.words(x + 36, y + 27, said(name), SMALL - 3, colour=QUIET)
        x += 262 if name != "key_on_time" else 200
    return 36


def _turnout(canvas: Canvas, said: Said, week: WeekPicture, top: float) -> None:
    """Eight columns; a week of which nothing is known is hatched, never empty."""
    canvas.words(EDGE, top + 30, said("by_week"), MIDDLE, bold=True)
    bottom, above = HEIGHT - 176, top + 116
    most = max((bar.total for bar in week.weeks), default=0) or 1
    step = INNER / len(week.weeks)
    for number, bar in enumerate(week.weeks):
        x, width = EDGE + number * step + 8, step - 16
        _column(canvas, said, week, bar, (x, width, above, bottom, most))
        now = number == len(week.weeks) - 1
        label = said("week", number=bar.number)
        canvas.words(x + width / 2, bottom + 34, label, SMALL - 3, bold=now, anchor="middle")
    canvas.line(EDGE, bottom, WIDTH - EDGE)
    _legend(canvas, said, week, bottom + 54)


def _column(
    canvas: Canvas,
    said: Said,
    week: WeekPicture,
    bar: WeekBar,
    room: tuple[float, float, float, float, int],
) -> None:
    x, width, head, bottom, most = room
    if bar.is_unknown:
        canvas.box(x, head, width, bottom - head, HATCH, QUIET)
        canvas.words(x + width / 2, head - 10, said("mark"), SMALL, anchor="middle")
        return
    scale, y = (bottom - head) / most, bottom
    named = dict(bar.parts)
    parts = [named.get(name, 0) for name in week.organisations[:MOST_ORGANISATIONS]]
    for number, colour in zip([*parts, bar.total - sum(parts)], _colours(week), strict=True):
        if number > 0:
            y -= number * scale
            canvas.box(x, y, width, number * scale, colour, "#ffffff")
    if bar.silent:
        canvas.box(x, y - 22, width, 22, HATCH, QUIET)
        y -= 22
    if bar.points:
        canvas.words(x + width / 2, y - 10, said("n", n=bar.total), SMALL - 3, anchor="middle")


def _colours(week: WeekPicture) -> list[str]:
    return [*COLOURS[: min(len(week.organisations), MOST_ORGANISATIONS)], COLOURS[-1]]


def _legend(canvas: Canvas, said: Said, week: WeekPicture, top: float) -> None:
    """This week's people of each, four beside one another; nought is said only where all is told
    by organisation."""
    this = week.weeks[-1]
    named = dict(this.parts)
    rest = this.total - sum(named.values())
    names = [*week.organisations[:MOST_ORGANISATIONS], said("rest")]
    figures = [*(named.get(name, 0) for name in names[:-1]), rest]
    if week.part:  # itself, and nobody besides
        names, figures = names[:1], figures[:1]
    column = INNER / 4
    for number, (name, colour) in enumerate(zip(names, _colours(week), strict=False)):
        x, y = EDGE + number % 4 * column, top + number // 4 * 44
        canvas.box(x, y + 4, 26, 26, colour)
        sure = this.points and (figures[number] or not (this.silent or rest))
        known = f" {said('n', n=figures[number])}" if sure else ""
        text = letters_in(column - 42, f"{name}{known}", SMALL - 3)
        canvas.words(x + 36, y + 28, text, SMALL - 3)
    if any(bar.silent for bar in week.weeks):
        x, y = EDGE + 3 * column, top + 44
        canvas.box(x, y + 4, 26, 26, HATCH, QUIET)
        unknown = said("hatched_part" if week.part else "hatched")
        canvas.words(x + 36, y + 28, unknown, SMALL - 3)


PAPERS = {"week": week_picture}
