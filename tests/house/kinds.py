"""What each kind of matter, checklist and register cost, counted: lines of Python and words.

`python -m tests.house.kinds` writes the table of `docs/engines.md` anew; a test holds it true.
"""

import ast
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from domain import matter_kinds
from domain.matters import MatterKind

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "engines.md"
BEGIN, END = "| kind | Python | ", "\n\n"
HEAD = f"{BEGIN}besides | words, each language |\n|---|---|---|---|\n"
ROWS = {
    "matters": "domain/matter_kinds.py",
    "checklists": "domain/checklist_kinds.py",
    "registers": "domain/registers.py",
}
"""The words of an engine are a file of this name, its kinds the rows of this module."""
BESIDES = {
    "recommendation": (
        "language/answers/matters/matter_lines.py:basis_in,response_in,_responses",
        "storage/matters.py:Matters.recommendations",
    ),
    "conclusion": ("actions/matters/cards.py:_became",),
    "steps": ("actions/checklists/beginning.py:open_steps,give_steps",),
    "visit": (
        "actions/checklists/beginning.py:visit,_visit_there,_about",
        "actions/checklists/several.py",
    ),
    "members": ("actions/registers/growing.py",),
    "hamlet": ("actions/checklists/beginning.py:ask_place,begin_place,_locality",),
}
"""What a kind needed besides its row: a module, or functions of one."""
ROOMS = {
    "conclusions": "matters `decision`, `conclusion`, `remark`",
    "opinions": "matter `opinion`",
    "campaigns": "checklist `campaign`",
}
"""Rooms of their own, and whose: all that stands in them on each floor is counted."""
IN_ROOMS = {
    "of room `supervision`, what is of matter `recommendation`": (
        "actions/supervision/recommending.py",
        "actions/supervision/printing.py:letter,is_silent,_is_called,_asked",
        "actions/supervision/report.py:_asked",
        "handlers/supervision/concluding.py:"
        "on_ask_recommend,on_recommend,advise,asked,_is_limit,on_followed",
    ),
}
"""Of a larger room what is of one kind: it has guards of its own there."""
FLOORS = (
    "domain/{}.py",
    "actions/{}/*.py",
    "handlers/{}/*.py",
    "language/answers/{}.py",
    "language/answers/{}/*.py",
    "storage/{}.py",
    "papers/{}.py",
)
BESIDE_ENGINES = {
    "activity `training`": (
        "training",
        (
            "actions/activities/training.py",
            "actions/activities/learning.py",
            "actions/registrations/hamlet_seats.py",
            "actions/turnout/training_part.py",
            "storage/trainings.py",
        ),
    ),
    "place `weak`, `key`": ("places", ("actions/office/places.py", "storage/places.py")),
}
"""What is of no engine: where its words stand, and all that it is made of."""
SHARED = {
    "what is kept of nobody, in all that tells of the field": (
        "domain/unkept.py",
        "language/answers/own_data.py",
        "handlers/kit/unfit.py",
    ),
}
"""Of the engine, though one kind was the first to need it: it names none, and several need it."""
OF_ONE: dict[str, tuple[str, ...]] = {
    "goes_up": ("actions/matters/chasing.py:_goes_up,_tell_above,_unanswered",),
    "ages": ("actions/matters/lists.py:_aged",),
    **dict.fromkeys(("own", "raiser_confirms", "given_at_once", "unsaid"), ()),
    **dict.fromkeys(("numbered", "owned_by", "replies", "words"), ()),
}
"""What one row alone says: what it brings is a cost of that kind, until a second one says it too.
Some are a line of the engine."""


def written_out() -> tuple[MatterKind, set[str]]:
    """The kind that the page writes out from nothing, and its words."""
    code, words = (_block(language) for language in ("python", "toml"))
    names = {**vars(matter_kinds)}
    exec(code, names)
    return names["VEHICLE"], set(_keys(tomllib.loads(words)["matter"]))


def _keys(texts: dict[str, Any], above: str = "") -> Iterator[str]:
    for name, one in texts.items():
        if isinstance(one, dict):
            yield from _keys(one, f"{above}{name}.")
        else:
            yield above + name


def steps_written_out() -> dict[str, tuple[str, list[str]]]:
    """By each of its steps its label, and what it is called where it is typed."""
    words, steps = (tomllib.loads(_block("toml", place)) for place in (1, 2))
    called = steps["steps"]["vehicle"]
    return {
        event: (said, called[event]) for event, said in words["matter"]["do"]["vehicle"].items()
    }


def _block(language: str, place: int = 1) -> str:
    told = PAGE.read_text("utf-8").partition("## One kind written out from nothing")[2]
    return told.split(f"```{language}\n")[place].partition("```")[0]


def _lines(node: ast.AST) -> int:
    """From its first decorator to its end."""
    first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])  # type: ignore[attr-defined]
    return int(node.end_lineno - first + 1)  # type: ignore[attr-defined]


def _kinds(file: str) -> Iterator[tuple[str, int]]:
    """Each kind that a module declares by its code, and how many lines that takes."""
    for node in ast.parse((ROOT / file).read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            match node.value.args[:1]:
                case [ast.Constant(value=str(code))]:
                    yield code, _lines(node)


def _cost(of: str) -> int:
    file, _, names = of.partition(":")
    text = (ROOT / file).read_text("utf-8")
    if not names:
        return len(text.splitlines())
    found = dict(_named(ast.parse(text).body))
    return sum(found[name] for name in names.split(","))


def _named(body: Sequence[ast.stmt], inside: str = "") -> Iterator[tuple[str, int]]:
    """Each function, class and method, and how many lines it takes."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield inside + node.name, _lines(node)
        if isinstance(node, ast.ClassDef):
            yield from _named(node.body, f"{node.name}.")


def says(field: str) -> set[str]:
    """The kinds of matter whose row says it."""
    usual = {one.name: one.default for one in fields(MatterKind)}
    return {kind.code for kind in matter_kinds.ROWS if getattr(kind, field) != usual[field]}


def besides(code: str) -> tuple[str, ...]:
    """All that a kind needs besides its row, with what its row alone brings."""
    brought = (of for field, files in OF_ONE.items() if says(field) == {code} for of in files)
    return (*BESIDES.get(code, ()), *brought)


def above(most: int) -> set[str]:
    """The kinds that came to more lines, with what they needed besides."""
    declared = {code: lines for file in ROWS.values() for code, lines in _kinds(file)}
    sums = {code: n + sum(map(_cost, besides(code))) for code, n in declared.items()}
    return {code for code, lines in sums.items() if lines > most}


def _words(texts: dict[str, Any], code: str, inside: bool = False) -> int:
    """Every text whose way leads through the kind's code, up to the text itself."""
    return sum(
        _words(one, code, inside or name == code)
        if isinstance(one, dict)
        else inside or name == code
        for name, one in texts.items()
    )


def _costs(files: Iterable[str]) -> str:
    return ", ".join(f"{_cost(of)} `{of.partition(':')[0]}`" for of in files)


def in_room(room: str) -> list[str]:
    """Every module of a room, on whatever floor."""
    found = (path for floor in FLOORS for path in sorted(ROOT.glob(floor.format(room))))
    return [str(path.relative_to(ROOT)) for path in found]


def _rows() -> Iterator[str]:
    for engine, file in ROWS.items():
        one = engine.removesuffix("s")
        texts = tomllib.loads((ROOT / f"texts/vi/{engine}.toml").read_text("utf-8"))[one]
        for code, lines in _kinds(file):
            more = _costs(besides(code))
            yield f"| {one} `{code}` | {lines} | {more} | {_words(texts, code)} |"


def _beside() -> Iterator[str]:
    for name, (words, files) in BESIDE_ENGINES.items():
        path = ROOT / f"texts/vi/{words}.toml"
        texts = tomllib.loads(path.read_text("utf-8")) if words else {}
        yield f"| {name} |  | {_costs(files)} | {_words(texts, '', inside=True) or ''} |"
    for room, whose in ROOMS.items():
        costs = Counter[str]()
        for file in in_room(room):
            costs[file.removesuffix(f"/{room}.py").removesuffix("/" + Path(file).name)] += _cost(
                file
            )
        told = ", ".join(f"{lines} `{floor}`" for floor, lines in costs.items())
        yield f"| room `{room}`, of {whose} |  | {told}: {costs.total()} |  |"
    for name, files in (IN_ROOMS | SHARED).items():
        yield f"| {name} |  | {_costs(files)} |  |"


def page() -> str:
    """The whole page, with the table as it must stand there."""
    text = PAGE.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    return before + HEAD + "\n".join((*_rows(), *_beside())) + END + rest.partition(END)[2]


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
