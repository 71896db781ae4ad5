"""English people read English: what is Vietnamese in it is a name, or a line to be typed."""

import json
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, join
from tests.town import MAI, SON, Town, clock
from texts import load

MARKED = re.compile(
    r"[^\W\d_]*[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ][^\W\d_]*"
)
TYPED = re.compile(
    r"“[^”]*”|«[^»]*»|<b>[^<]*</b>|/[a-z]+ [^.;\n]*"
    r"|(?:[Ss]uch as|[Ff]or example|@\{me\})[^\n]*(?:\n[^\n]+[,|] [^\n]+)*"
)
"""What people type is Vietnamese, and so are the examples of it."""
FORMS = ("plan.detail.", "plan.example.", "plan_yes_no.")
"""Lines that are shown as they are typed."""
NAMES = {"đtn", "qđ", "việt", "tiếng"}
"""An organisation, a decision's number, and what the other language calls itself."""


def foreign(text: str) -> set[str]:
    """Vietnamese words of an English text that are neither typed nor names."""
    return set(MARKED.findall(TYPED.sub("", text).casefold())) - NAMES


def test_every_text_is_english() -> None:
    said = {k: v for k, v in load("en").items() if not k.startswith(FORMS)}
    assert {key: foreign(text) for key, text in said.items() if foreign(text)} == {}


def steps(of: Any, where: str) -> Iterator[tuple[str, str]]:
    """Every English line of a tour, with its place."""
    if isinstance(of, dict):
        yield from [(where, of["en"])] if isinstance(of.get("en"), str) else []
        for key, value in of.items():
            yield from steps(value, f"{where}.{key}")
    if isinstance(of, list):
        for number, one in enumerate(of):
            yield from steps(one, f"{where}[{number}]")


def proper(text: str) -> str:
    """Without the names: they begin with a capital letter."""
    return re.sub(r"\b[A-ZĐÂÊÔƠƯÁÀ][^\W\d_]*", "", text)


def test_the_tours_are_english() -> None:
    folder = resources.files("sandbox") / "stories"
    for file in folder.iterdir():
        tour = tomllib.loads(file.read_text("utf-8")) if file.name.endswith("toml") else {}
        told = dict(steps(tour, file.name))
        assert {
            at: foreign(proper(text)) for at, text in told.items() if foreign(proper(text))
        } == {}
        assert json.dumps(tour).count('"vi":') == json.dumps(tour).count('"en":'), file.name


@pytest.mark.parametrize("age", ["I agree, 18 or over", "I agree, 16–17"])
async def test_a_volunteer_reads_english_on_every_screen(town: Town, age: str) -> None:
    """From the poster to the thanks; names of people, places and days stay as they are."""
    day = await open_saturday(town, title="Canal day")
    await town.sql("UPDATE point SET name = 'Ka Long', locality_id = NULL")
    town.phone(MAI).user.language_code = "en"
    await arrive(town, MAI, day)
    await town.tap(MAI, age)
    for line in ("/dangky", "/buoitoi", "/dulieu", "/sotay", "/trogiup", "where", "hello"):
        await town.write(MAI, line)
    for label in ("Who comes along", "Note for parents", "Change my name", "Directions"):
        if town.phone(MAI).can_tap(label):
            await town.tap(MAI, label)
    await join(town, SON, day)
    await town.go_to(clock(21, 20))
    said = [*await town.heard(MAI), *(t.text for t in town.phone(MAI).toasts)]
    labels = [label for m in town.phone(MAI).messages for label in m.labels]
    [(office,)] = await town.sql("SELECT name FROM office")
    left = {text: foreign(proper(text.replace(office, ""))) for text in (*said, *labels)}
    assert {text: words for text, words in left.items() if words} == {}
