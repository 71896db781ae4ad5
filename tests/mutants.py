"""`make mutants`: small mistakes are made in a copy of the program, one at a time, and the stories
of the room must notice. Prints the score by room, and every mistake that nobody noticed."""

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).parents[1]
FLOORS = ("domain", "storage", "actions", "handlers", "schedules", "bot", "language", "papers")
ROOMS = (
    *("digest", "roll", "turnout", "activities", "own_data", "registrations", "assignments"),
    "office",
)
ALONE = {
    "bot": ("kernel",),
    "language": ("language",),
    "schedules": ("kernel", "digest"),
    "papers": ("house", "roll"),
}
"""Floors without rooms, and the folders of stories that try them."""
SECONDS = 300
"""So long may one mistake be looked for; one that makes the stories hang is noticed too."""
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


def stories_of(file: str) -> Sequence[str]:
    """The folders of stories that ought to notice a mistake in a file."""
    parts = Path(file).parts
    named = [room for room in ROOMS if room in parts or Path(file).stem.startswith(room[:6])]
    if named:
        return [f"tests/{room}" for room in named]
    if parts[0] in ALONE:
        return [f"tests/{folder}" for folder in ALONE[parts[0]]]
    return [f"tests/{room}" for room in (*_rooms_that_know(file), "kernel")]


def _rooms_that_know(file: str) -> list[str]:
    """A module without a room of its own is tried by the rooms that import it."""
    name = Path(file).with_suffix("").as_posix().replace("/", ".")
    known = []
    for room in ROOMS:
        sources = (HOUSE / "actions" / room).rglob("*.py")
        if any(f"from {name} import" in source.read_text("utf-8") for source in sources):
            known.append(room)
    return known[:2] or ["office"]


def room_of(file: str) -> str:
    return "SQL" if file.startswith("storage/") else Path(file).parts[0]


def is_noticed(house: Path, mutant: Mutant, workers: int) -> bool:
    place = house / mutant.file
    sound = place.read_text("utf-8")
    place.write_text(mutant.text, "utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", str(workers), "-p"]
    command += ["no:cacheprovider", *stories_of(mutant.file)]
    try:
        return subprocess.run(
            command, cwd=house, capture_output=True, timeout=SECONDS, check=False
        ).returncode not in (0, 5)
    except subprocess.TimeoutExpired:
        return True
    finally:
        place.write_text(sound, "utf-8")


def chosen(count: int, seed: int, only: str) -> list[Mutant]:
    """So many mistakes, by lot: each file with the same chance as its mistakes are many."""
    every = [
        mutant
        for floor in FLOORS
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
    asked = parser.parse_args()
    made, killed, begin = Counter[str](), Counter[str](), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        house = Path(folder) / "house"
        leave_out = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".demo", "artefacts")
        shutil.copytree(HOUSE, house, ignore=leave_out)
        for mutant in chosen(asked.count, asked.seed, asked.only):
            room = room_of(mutant.file)
            made[room] += 1
            if is_noticed(house, mutant, asked.workers):
                killed[room] += 1
            else:
                tell(f"not noticed: {mutant.file}:{mutant.line} {mutant.what}")
    for room in sorted(made):
        tell(f"{room}: {killed[room]} of {made[room]} noticed")
    tell(f"{sum(killed.values())} of {sum(made.values())}, {time.monotonic() - begin:.0f} seconds")


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
