"""Codes, telephones, keyboards and rosters as rules, for whatever people type."""

import secrets
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.access import Role
from domain.invites import CODE_LETTERS, LETTERS, Tries, hash_of, new_code
from domain.menus import WIDE, in_rows
from domain.people import Person
from domain.phones import phone_of, phone_words
from domain.refusals import Refusal
from domain.roster import GRANTABLE, check_grant, check_revoke, next_code
from language.line.codes import invite_code

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


def test_a_code_has_no_look_alikes() -> None:
    assert not set(LETTERS) & set("01258BILOSUZ")
    code = new_code(secrets.choice)
    assert len(code.replace("-", "").removeprefix("CB")) == CODE_LETTERS


@given(st.lists(st.sampled_from(LETTERS), min_size=8, max_size=8), st.data())
def test_a_code_is_known_however_it_is_typed(letters: list[str], data: st.DataObject) -> None:
    given_letters = iter(letters)
    code = new_code(lambda _: next(given_letters))
    glue = data.draw(st.sampled_from(["-", " ", ""]))
    typed = data.draw(st.sampled_from([str.lower, str.upper]))(code.replace("-", glue))
    assert invite_code(f" {typed} ", prefixed=True) == code
    assert invite_code(typed[2:].lstrip("- "), prefixed=False) == code


@pytest.mark.parametrize("words", ["việc", "xong 147", "CB04", "0900 000 001", "CB-4F7K", "đúng"])
def test_other_words_are_no_code(words: str) -> None:
    assert invite_code(words, prefixed=True) is None
    assert invite_code(words, prefixed=False) is None


@pytest.mark.parametrize("words", ["ABCD EFGH", "2711 2026", "lamb tran"])
def test_a_colleague_writes_the_prefix(words: str) -> None:
    assert invite_code(words, prefixed=True) is None
    assert invite_code(words, prefixed=False)


def test_a_hash_says_nothing_of_its_code() -> None:
    assert hash_of("CB-4F7K-9MTX") != hash_of("CB-4F7K-9MTY")
    assert "4F7K" not in hash_of("CB-4F7K-9MTX")


@given(st.lists(st.integers(0, 120), min_size=1, max_size=60))
def test_silence_counts_the_last_hour_only(minutes: list[int]) -> None:
    tries, moments = Tries(), [NOON + timedelta(minutes=m) for m in sorted(minutes)]
    for moment in moments:
        tries.wrong(1, moment, typed=True)
    end = moments[-1]
    lately = sum(end - moment < timedelta(hours=1) for moment in moments)
    assert tries.silent(1, end) == (lately >= 5)
    assert tries.closed(end) == (lately >= 50)
    assert tries.is_last(end) == (lately == 49)
    assert not tries.silent(2, end)


def test_links_do_not_close_typing() -> None:
    tries = Tries()
    for who in range(60):
        tries.wrong(who, NOON, typed=False)
    assert not tries.closed(NOON)


def test_memory_stays_small() -> None:
    tries = Tries()
    for who in range(Tries.REMEMBERED + 50):
        tries.wrong(who, NOON, typed=False)
        tries.greet(who, NOON)
    assert len(tries._wrong) == len(tries._greeted) == Tries.REMEMBERED


@given(st.integers(100_000_000, 999_999_999))
def test_a_number_is_one_however_it_is_written(number: int) -> None:
    kept = f"+84{number}"
    for written in (f"0{number}", f"84{number}", f"+84 {number}", phone_words(kept)):
        assert phone_of(written) == kept


@pytest.mark.parametrize("words", ["", "12", "abc", "0000 000 000", "+1 202 555 0100", "09"])
def test_what_is_no_number(words: str) -> None:
    assert phone_of(words) is None


@given(st.lists(st.text(min_size=1, max_size=20), max_size=9))
def test_rows_keep_every_label_in_order(labels: list[str]) -> None:
    rows = in_rows(labels)
    assert [label for row in rows for label in row] == labels
    assert all(len(row) == 1 or (len(row) == 2 and max(map(len, row)) <= WIDE) for row in rows)


@given(st.sets(st.integers(1, 200)))
def test_a_new_code_was_never_given(numbers: set[int]) -> None:
    codes = [f"CB{number:02}" for number in numbers]
    assert next_code([*codes, "CS01", "CBX"], "CB") not in codes


@given(st.sampled_from(Role), st.frozensets(st.sampled_from(Role)))
def test_a_right_is_given_once_and_only_a_roster_right(role: Role, held: frozenset[Role]) -> None:
    person = Person(1, "CB01", "Đỗ Thị Hạnh", unit_id=2, roles=held)
    may = role in GRANTABLE and role not in held
    try:
        assert check_grant(person, role.value) is role
        assert may
    except Refusal:
        assert not may


@pytest.mark.parametrize(("admins", "refused"), [(1, True), (2, False)])
def test_the_last_admin_stays(admins: int, refused: bool) -> None:
    person = Person(1, "CB01", "Đỗ Thị Hạnh", roles=frozenset({Role.OFFICE_ADMIN}))
    if refused:
        with pytest.raises(Refusal) as no:
            check_revoke(person, "office_admin", admins)
        assert no.value.code == "last_admin"
    else:
        assert check_revoke(person, "office_admin", admins) is Role.OFFICE_ADMIN
