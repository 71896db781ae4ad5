"""Where stories stand: a folder for each room, helpers in modules; and that the map is true."""

import pkgutil
import re
from pathlib import Path

import actions

TESTS = Path(__file__).parents[1]
BESIDE = {"browser", "house", "kernel", "language", "past", "sandbox"}
"""Folders of stories that are about no one room."""
NO_ROOM = {"sample", "reception"}
"""The sample is tried with the office, the reception with the kernel."""
STORIES = sorted(TESTS.rglob("test_*.py"))


def test_every_room_has_its_folder_of_stories() -> None:
    rooms = {found.name for found in pkgutil.iter_modules(actions.__path__) if found.ispkg}
    folders = {file.parent.relative_to(TESTS).as_posix() for file in STORIES}
    assert folders - BESIDE == rooms - NO_ROOM


TAKEN = re.compile(
    r"^\s*(?:from|import) tests[\w.]*\.test_"
    r"|^\s*from \.+test_|^\s*from [\w.]+ import .*\btest_\w+",
    re.MULTILINE,
)


def test_a_story_takes_its_helpers_from_helper_modules() -> None:
    """Nor does a helper take anything from a story."""
    files = [*STORIES, *(TESTS / "helpers").rglob("*.py"), TESTS / "town.py"]
    assert [file.name for file in files if TAKEN.search(file.read_text("utf-8"))] == []


def test_a_story_is_found_by_its_name_alone() -> None:
    names = [file.stem for file in STORIES]
    assert sorted(set(names)) == sorted(names)


NAMED = re.compile(r"`((?:[\w-]+/)+[\w.-]*|[\w-]+\.(?:py|toml|md|csv))`")
BESIDE_IT = {"hearing.py", "room.py", "unmarked.toml", "report_set.toml"}
"""Named alone, behind the folder that they stand in."""


def test_every_file_that_a_newcomer_is_sent_to_stands_there() -> None:
    house = TESTS.parent
    named = set(NAMED.findall((house / "CONTRIBUTING.md").read_text("utf-8"))) - BESIDE_IT
    assert len(named) > len(STORIES) // 20
    assert [name for name in sorted(named) if not [*house.glob(f"{name.rstrip('/')}*")]] == []
