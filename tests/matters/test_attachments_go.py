"""A photo that goes takes its copy along, and no other."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.evidence import Proof
from storage import Work
from storage.attachments import note_copy, to_copy
from tests.helpers.hands import two_offices
from tests.town import THURSDAY

PHOTO = Proof("photo", "file", "one")
ABOUT, OTHER = "matter:1", "visit:1"


@pytest.fixture
def file() -> Iterator[tuple[sqlite3.Connection, Work]]:
    """Two photos of an album and one alone hang on a matter, one on a visit; all were copied."""
    with two_offices() as (connection, ours, _):
        hung = (
            ("one", ABOUT, ""),
            ("two", ABOUT, "a"),
            ("three", ABOUT, "a"),
            ("four", OTHER, ""),
        )
        for number, (name, about, album) in enumerate(hung):
            proof = replace(PHOTO, file_id=name, unique_id=name, album=album)
            ours.attachments.add(about, proof, THURSDAY + timedelta(days=number))
        for piece in to_copy(connection, 10, 3):
            note_copy(connection, piece, f"about/{piece.unique_id}.jpg")
        yield connection, ours


@pytest.fixture
def work(file: tuple[sqlite3.Connection, Work]) -> Work:
    return file[1]


@pytest.fixture
def connection(file: tuple[sqlite3.Connection, Work]) -> sqlite3.Connection:
    return file[0]


def left(work: Work) -> set[str]:
    return {one.unique_id for about in (ABOUT, OTHER) for one in work.attachments.about(about)}


def strays(connection: sqlite3.Connection) -> set[str]:
    """Copies that are to be deleted."""
    return {path for (path,) in connection.execute("SELECT path FROM stray_file")}


def test_what_hung_on_one_thing_goes_with_its_copies(
    work: Work, connection: sqlite3.Connection
) -> None:
    work.attachments.forget(ABOUT)
    assert left(work) == {"four"}
    assert strays(connection) == {"about/one.jpg", "about/two.jpg", "about/three.jpg"}


def test_the_newest_goes_with_its_album(work: Work, connection: sqlite3.Connection) -> None:
    assert work.attachments.drop_last([ABOUT]) == (ABOUT, 2)
    assert left(work) == {"one", "four"}
    assert strays(connection) == {"about/two.jpg", "about/three.jpg"}
    assert work.attachments.drop_last([ABOUT]) == (ABOUT, 1)
    assert work.attachments.drop_last([ABOUT]) == ("", 0)
    assert left(work) == {"four"}


def test_what_is_old_goes(work: Work, connection: sqlite3.Connection) -> None:
    assert work.attachments.erase_before(THURSDAY + timedelta(days=2)) == 2
    assert left(work) == {"three", "four"}
    assert strays(connection) == {"about/one.jpg", "about/two.jpg"}


def test_the_copy_of_what_went_meanwhile_is_a_stray(
    work: Work, connection: sqlite3.Connection
) -> None:
    added = replace(PHOTO, file_id="five", unique_id="five")
    work.attachments.add(ABOUT, added, THURSDAY)
    [piece] = to_copy(connection, 10, 3)
    work.attachments.forget(ABOUT)
    note_copy(connection, piece, "about/five.jpg")
    assert "about/five.jpg" in strays(connection)
