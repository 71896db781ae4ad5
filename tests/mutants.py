"""`make mutants`: small mistakes are made in a copy of the program, one at a time, and the stories
of the room must notice. Prints the score by room, and every mistake that nobody noticed."""

import argparse
import ast
import functools
import gc
import itertools
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import aiohttp  # noqa: F401 - what the house is built on is loaded once, the house for each mistake
import docx  # noqa: F401
import PIL.Image  # noqa: F401
import pytest
import telegram.ext  # noqa: F401
import xlsxwriter  # noqa: F401

from tests.helpers import walks

HOUSE = Path(__file__).parents[1]
ROOMS = (
    *("digest", "roll", "turnout", "activities", "own_data", "registrations", "assignments"),
    *("supervision", "matters", "checklists", "registers", "office", "language", "kernel"),
    *("campaigns", "conclusions", "details"),
)
"""The rooms that have stories of their own."""
ALONE = {"bot": "kernel", "storage": "office", "schedules": "kernel", "papers": "house"}
"""Floors, and where the stories of what belongs to no room stand."""
RULES = {
    "storage/": (
        "tests/house/test_house_rules.py::test_every_statement_of_an_office_is_bound_to_it",
        "tests/house/test_house_rules.py::test_every_statement_can_be_explained",
        "tests/house/test_plans.py::test_no_statement_walks_through_the_past",
    ),
}
"""What reads the statements of a floor and walks through none of its functions; told first."""
LEAVE_OUT = ("tests/browser", "tests/past")
BUDGET, AT_ONCE = 15.0, 0.1
"""Stories for so many seconds, as they took when they were written down, try one mistake; those
that take next to nothing come first."""
FIRST = 10
"""So many are told before the files of all others are even read: mostly one of them notices."""
SECONDS = 300
"""So long may one mistake be looked for: it hangs, or the machine is slow; that is no score."""
BROKEN = 99
"""How a process ends in which no story could be told."""
NOTICED, NOT_NOTICED, OVER_TIME = "noticed", "not noticed", "over time"
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}
IN_SQL = (
    (r"\bAND NOT\b", "AND"),
    (r"\bAND\b", "OR"),
    (r"\bNOT EXISTS\b", "EXISTS"),
    (r"\bIS NOT NULL\b", "IS NULL"),
    (r"<=", "<"),
    (r">=", ">"),
    (r"(?<![<>])=(?= ?[:'(\w])", "<>"),
    (r" DESC\b", ""),
    (r"\bmax\(", "min("),
    (r"\bmin\(", "max("),
    (r"\bcoalesce\((\w+(?:\.\w+)?), [^()]*\)", r"\1"),
)
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mistake: where, what stood there, and the whole file with it."""

    file: str
    line: int
    what: str
    text: str


def mutants(file: str, text: str) -> Iterator[Mutant]:
    """Every mistake that can be made in a file."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode()))
    tree = ast.parse(text)
    content = text.encode()

    def put(node: ast.AST, new: str) -> Mutant:
        begin = starts[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]
        end = starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]
        old = content[begin:end].decode()
        mistaken = (content[:begin] + new.encode() + content[end:]).decode()
        return Mutant(file, node.lineno, f"{_short(old)} → {_short(new)}", mistaken)  # type: ignore[attr-defined]

    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            sql = node.value.value
            if isinstance(sql, str) and SQL.match(sql):
                yield from _in_sql(node.value, sql, put)
        elif isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPS:
            yield put(node, _swapped(node))
        elif isinstance(node, ast.BoolOp):
            yield put(node, ast.unparse(ast.BoolOp(_other(node.op), node.values)))
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield put(node, f"({ast.unparse(node.operand)})")
        elif isinstance(node, ast.BinOp) and type(node.op) in SWAPS and _counts(node):
            yield put(node, _swapped(node))
        elif isinstance(node, ast.If):
            yield put(node.test, f"not ({ast.unparse(node.test)})")
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            yield put(node, "pass")


def _other(op: ast.boolop) -> ast.boolop:
    return ast.Or() if isinstance(op, ast.And) else ast.And()


def _counts(node: ast.BinOp) -> bool:
    """Sums of figures, not of texts."""
    sides = (node.left, node.right)
    return any(isinstance(s, ast.Constant) and isinstance(s.value, int) for s in sides)


def _swapped(node: ast.Compare | ast.BinOp) -> str:
    if isinstance(node, ast.BinOp):
        swapped = ast.BinOp(node.left, SWAPS[type(node.op)](), node.right)  # type: ignore[arg-type]
        return f"({ast.unparse(swapped)})"
    first = SWAPS[type(node.ops[0])]()
    whole = ast.Compare(node.left, [first, *node.ops[1:]], node.comparators)  # type: ignore[list-item]
    return f"({ast.unparse(whole)})"


def _in_sql(
    node: ast.Constant, sql: str, put: Callable[[ast.AST, str], Mutant]
) -> Iterator[Mutant]:
    for pattern, new in IN_SQL:
        for found in re.finditer(pattern, sql):
            mistaken = sql[: found.start()] + found.expand(new) + sql[found.end() :]
            made = put(node, f'"""{mistaken}"""')
            around = sql[max(0, found.start() - 25) : found.end() + 25]
            what = f"SQL {found.group()} → {found.expand(new) or 'nothing'} in {_short(around)}"
            yield Mutant(made.file, made.line, what, made.text)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 70 else f"{flat[:67]}…"


@dataclass(frozen=True, slots=True)
class Walk:
    """One story: how long it took, and the functions it walked through."""

    story: str
    seconds: float
    entered: frozenset[str]


def walks_of_every_story(house: Path, kept: Path | None, workers: int) -> list[Walk]:
    """Every story is told once, and writes down where it went; or was written down before."""
    folder = kept or house.parent / "walks"
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        left_out = (f"--ignore={place}" for place in LEAVE_OUT)
        command = [sys.executable, "-m", "pytest", "tests", "-q", "-n", str(workers), *left_out]
        subprocess.run(
            [*command, "-p", "no:cacheprovider", "-p", walks.__name__],
            cwd=house,
            env={**os.environ, walks.WRITTEN_TO: str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.DEVNULL,
            check=False,
        )
    lines = (json.loads(line) for file in folder.iterdir() for line in file.open("rb"))
    told = [
        Walk(one["story"], one["seconds"], frozenset(map(sys.intern, one["entered"])))
        for one in lines
    ]
    if not told:
        raise SystemExit("no story was written down: look what `pytest tests` says")
    return told


def stories_of(mutant: Mutant, walks_told: Sequence[Walk], budget: float) -> list[str]:
    """The rules of its floor, and those that walk through the mistake: what is told at once, then
    of its own room, by turns from each file, short ones first, for as long as the budget lasts."""
    there = through_which(mutant.file, mutant.line)
    by_file: dict[str, list[Walk]] = {}
    for walk in sorted(walks_told, key=lambda walk: walk.seconds):
        if not there.isdisjoint(walk.entered):
            by_file.setdefault(walk.story.partition("::")[0], []).append(walk)
    own = _own_room(mutant.file)
    turns = [(n, walk) for some in by_file.values() for n, walk in enumerate(some)]
    turns.sort(key=lambda turn: (turn[1].seconds > AT_ONCE, *_turn(turn, own)))
    spent = itertools.accumulate(walk.seconds for _, walk in turns)
    told = [walk.story for (_, walk), by in zip(turns, spent, strict=True) if by <= budget]
    rules = (some for floor, some in RULES.items() if mutant.file.startswith(floor))
    return list(dict.fromkeys([*itertools.chain(*rules), *told]))


def _turn(turn: tuple[int, Walk], own: str) -> tuple[bool, int, float]:
    number, walk = turn
    return not walk.story.startswith(own), number, walk.seconds


def _own_room(file: str) -> str:
    parts = (*Path(file).parts[:-1], Path(file).stem)
    room = next((r for r in ROOMS for part in parts if part.startswith(r[:6])), None)
    return f"tests/{room or ALONE.get(parts[0], 'house')}/"


@functools.cache
def through_which(file: str, line: int) -> frozenset[str]:
    """The function around a line; for what stands outside of functions, whoever names it."""
    tree = ast.parse((HOUSE / file).read_text("utf-8"))
    around = [
        name for name, f in walks.functions(tree) if f.lineno <= line <= (f.end_lineno or line)
    ]
    if around:
        return frozenset({f"{file}:{around[-1]}"})
    made = {name for node in tree.body for name in _made(node) if _is_at(node, line)}
    return frozenset(_namers(file, tree, made)) or frozenset(_inside(file, tree))


def _is_at(node: ast.stmt, line: int) -> bool:
    return node.lineno <= line <= (node.end_lineno or line)


def _made(node: ast.AST) -> Iterator[str]:
    """What a statement outside of functions gives a name."""
    if isinstance(node, ast.Assign):
        yield from (one.id for one in node.targets if isinstance(one, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id
    elif isinstance(node, ast.ClassDef):
        yield node.name


def _namers(file: str, tree: ast.Module, names: set[str]) -> Iterator[str]:
    """Every function that names one of these, or what was made of it; elsewhere, where they are
    imported."""
    known = set[str]()
    while names - known:
        known |= names
        names = known | {m for node in tree.body for m in _made(node) if known & _named(node)}
    yield from _inside(file, tree, known)
    module = Path(file).with_suffix("").as_posix().replace("/", ".")
    for other, whole in _trees():
        imported = [n for n in whole.body if isinstance(n, ast.ImportFrom) and n.module == module]
        if taken := known & {alias.name for one in imported for alias in one.names}:
            yield from _inside(other, whole, taken)


def _inside(file: str, tree: ast.Module, names: set[str] | None = None) -> Iterator[str]:
    """The functions of a file; those that name one of these."""
    for name, function in walks.functions(tree):
        if names is None or names & _named(function):
            yield f"{file}:{name}"


def _named(node: ast.AST) -> frozenset[str]:
    return frozenset(n.id for n in ast.walk(node) if isinstance(n, ast.Name))


@functools.cache
def _trees() -> Sequence[tuple[str, ast.Module]]:
    places = sorted(place for floor in walks.FLOORS for place in (HOUSE / floor).rglob("*.py"))
    return [(p.relative_to(HOUSE).as_posix(), ast.parse(p.read_text("utf-8"))) for p in places]


def room_of(file: str) -> str:
    return "SQL" if file.startswith("storage/") else Path(file).parts[0]


def became(house: Path, mutant: Mutant, stories: Sequence[str]) -> str:
    """Whether the stories noticed, did not, or were still running when the time was over."""
    place = house / mutant.file
    sound = place.read_text("utf-8")
    place.write_text(mutant.text, "utf-8")
    try:
        parts = (stories[:FIRST], stories[FIRST:])
        what = (_tried(house, some) for some in parts if some)
        return next((one for one in what if one != NOT_NOTICED), NOT_NOTICED)
    finally:
        place.write_text(sound, "utf-8")


def _tried(house: Path, stories: Sequence[str]) -> str:
    child = os.fork()
    if child == 0:
        try:
            os._exit(_told(house, stories))
        finally:
            os._exit(BROKEN)
    return _result(child)


def _told(house: Path, stories: Sequence[str]) -> int:
    """In a process of its own that has what the house is built on, and not yet the house."""
    os.setsid()
    os.chdir(house)
    sys.path[:0] = [str(house)]
    for name in [
        name for name in sys.modules if name.partition(".")[0] in (*walks.FLOORS, "tests")
    ]:
        del sys.modules[name]
    named = house.parent / "stories.txt"
    named.write_text("\n".join(stories), "utf-8")
    os.environ[walks.TOLD] = str(named)
    files = dict.fromkeys(story.partition("::")[0] for story in stories)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1), os.dup2(quiet, 2)
    return pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", walks.__name__, *files])


def _meaning(status: int) -> str:
    if status in (BROKEN, 5):
        raise RuntimeError("no story could be told")
    return NOTICED if status else NOT_NOTICED


def _result(child: int) -> str:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return _meaning(os.waitstatus_to_exitcode(status))
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return OVER_TIME


def chosen(count: int, seed: int, only: str) -> list[Mutant]:
    """So many mistakes, by lot: each file with the same chance as its mistakes are many."""
    every = [
        mutant
        for floor in walks.FLOORS
        for file in sorted((HOUSE / floor).rglob("*.py"))
        if (name := file.relative_to(HOUSE).as_posix()).startswith(only)
        for mutant in mutants(name, file.read_text("utf-8"))
    ]
    return random.Random(seed).sample(every, min(count, len(every)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", metavar="PATH", help="such as storage/ or bot/")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--budget", type=float, default=BUDGET, help="more where walks were slow")
    parser.add_argument("--walks", type=Path, help="a folder: written there, or read from there")
    asked = parser.parse_args()
    score, begin = Counter[tuple[str, str]](), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        house = Path(folder) / "house"
        leave_out = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".demo", "artefacts")
        shutil.copytree(HOUSE, house, ignore=leave_out)
        told = walks_of_every_story(house, asked.walks, asked.workers)
        gc.freeze()  # the walks are not looked through again for each mistake
        tell(f"{len(told)} stories were written down in {time.monotonic() - begin:.0f} seconds")
        for mutant in chosen(asked.count, asked.seed, asked.only):
            what = became(house, mutant, stories_of(mutant, told, asked.budget))
            score[room_of(mutant.file), what] += 1
            if what != NOTICED:
                tell(f"{what}: {mutant.file}:{mutant.line} {mutant.what}")
    for room in sorted({room for room, _ in score}):
        of = {what: score[room, what] for what in (NOTICED, NOT_NOTICED, OVER_TIME)}
        tell(f"{room}: " + ", ".join(f"{count} {what}" for what, count in of.items()))
    tell(f"{sum(score.values())} mistakes in {time.monotonic() - begin:.0f} seconds")


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
