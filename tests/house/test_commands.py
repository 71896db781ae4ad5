"""`python -m bot …`: every command with its help, its one clear line, its exit status."""

import csv
import re
import sqlite3
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands import COMMANDS, main
from bot.settings import Settings
from storage.database import connect_writer, only_writer
from tests.helpers.commands import SECRET, TOKEN, run

NAMES = [command.name for command in COMMANDS]


@pytest.fixture(autouse=True)
def _bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings but a database of one's own; nothing answers at Telegram's address."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_PATH", str(tmp_path / "office.db"))
    monkeypatch.setenv("BOT_API_BASE_URL", "http://127.0.0.1:9")


@pytest.fixture(autouse=True)
def _quiet(capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Whatever a test did, the token was not printed."""
    yield
    out, err = capsys.readouterr()
    assert SECRET not in out + err


def found(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    name = "Cơ quan Khối MTTQ và các đoàn thể CT-XH TP Uông Bí"
    status, out, _ = run(
        capsys, "office", "create", "--preset", "district_2017", "--name", name, *more
    )
    assert status == 0
    return out


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([*name.split(), "--help"])
    assert end.value.code == 0
    assert f"python -m bot {name}" in capsys.readouterr().out


def test_a_missing_setting_is_named_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "run")
    assert status == 2
    assert err.startswith("BOT_TOKEN is missing: expected the token of @BotFather")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", f"no-number-{SECRET}"),
        ("BOT_API_BASE_URL", "tele:gram"),
        ("TIME_ZONE", "Ha Noi"),
        ("OPERATOR_CHAT_ID", "myself"),
        ("PROXY_URL", "proxy"),
        ("HEALTH_PORT", "70000"),
        ("LOG_LEVEL", "LOUD"),
        ("CLOCK_URL", "clock"),
    ],
)
def test_a_malformed_setting_is_named_without_its_value(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, value)
    status, _, err = run(capsys, "run")
    assert status == 2
    assert err.startswith(f"{name} is malformed: expected ")
    assert err.count("\n") == 1
    assert SECRET not in err


def test_a_foreign_clock_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLOCK_URL", "http://example.org")
    status, _, err = run(capsys, "run")
    assert (status, err.startswith("CLOCK_URL is refused")) == (2, True)


def test_an_office_begins_with_an_invited_admin(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = found(capsys, "--admin", "Đỗ Thị Hạnh", "--contact", "Hạnh, 0900 000 101")
    assert out.startswith("VP1: Cơ quan Khối")
    assert "code: CB-" in out
    assert "link: unknown" in out
    with sqlite3.connect(tmp_path / "office.db") as database:
        assert database.execute("SELECT short FROM office").fetchone() == (
            "Cơ quan Khối TP Uông Bí",
        )
        assert database.execute("SELECT role FROM role_grant").fetchall() == [("office_admin",)]


def test_an_office_begins_with_its_places(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    found(capsys, "--places", "Khu 1, Khu 2")
    with sqlite3.connect(tmp_path / "office.db") as database:
        assert database.execute("SELECT name FROM locality").fetchall() == [("Khu 1",), ("Khu 2",)]


def test_a_second_office_has_its_own_code(capsys: pytest.CaptureFixture[str]) -> None:
    found(capsys)
    assert found(capsys).startswith("VP2: ")
    status, _, err = run(
        capsys, "office", "create", "--preset", "commune_2026", "--name", "X", "--code", "VP2"
    )
    assert (status, "office VP2 already" in err) == (1, True)


def test_an_optional_organisation_only_where_asked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    commune = ("office", "create", "--preset", "commune_2026", "--name", "Phường A")
    run(capsys, *commune)
    run(capsys, *commune, "--with", "LDLD")
    with sqlite3.connect(tmp_path / "office.db") as database:
        rows = database.execute("SELECT office_id FROM organisation WHERE code = 'LDLD'")
        assert rows.fetchall() == [(2,)]


def test_an_invite_on_paper(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    found(capsys, "--admin", "Đỗ Thị Hạnh")
    with sqlite3.connect(tmp_path / "office.db") as database:
        database.execute("INSERT INTO setting VALUES ('username', 'viecchung_bot')")
    status, out, _ = run(capsys, "invite", "cb01")
    assert status == 0
    assert "https://t.me/viecchung_bot?start=i-" in out
    assert run(capsys, "invite", "CB77")[0] == 1
    found(capsys, "--admin", "Chu Văn Nam")
    assert "--office" in run(capsys, "invite", "CB01")[2]
    assert "Chu Văn Nam" in run(capsys, "invite", "CB01", "--office", "VP2")[1]


def test_the_sample_is_for_this_machine_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(capsys, "load-sample", "--anchor", "2026-11-23")[0] == 0
    assert "has an office already" in run(capsys, "load-sample")[2]
    monkeypatch.setenv("BOT_API_BASE_URL", "https://api.telegram.org")
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    status, _, err = run(capsys, "run")
    assert (status, "is the sample office" in err) == (1, True)
    monkeypatch.setenv("DATABASE_PATH", "empty.db")
    assert "may belong to real people" in run(capsys, "load-sample")[2]


def test_backup_and_restore_bring_everything_back(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    found(capsys, "--admin", "Đỗ Thị Hạnh")
    evidence = tmp_path / "files" / "1"
    evidence.mkdir(parents=True)
    (evidence / "anh.jpg").write_bytes(b"picture")
    with only_writer(tmp_path / "office.db"):
        status, said, _ = run(capsys, "backup", "kept.tar")
    assert (status, "to be deleted on 20" in said) == (0, True)
    assert (tmp_path / "kept.tar").stat().st_mode & 0o077 == 0
    (evidence / "anh.jpg").write_bytes(b"spoilt")
    found(capsys)
    assert "--force" in run(capsys, "restore", "kept.tar")[2]
    assert run(capsys, "restore", "kept.tar", "--force")[0] == 0
    assert (evidence / "anh.jpg").read_bytes() == b"picture"
    with sqlite3.connect(tmp_path / "office.db") as database:
        assert database.execute("SELECT count(*) FROM office").fetchone() == (1,)


@pytest.mark.parametrize("readme", ["README.md", "README.en.md"])
def test_the_backup_of_the_readme_works_where_nothing_was_backed_up_yet(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, readme: str
) -> None:
    told = (Path(__file__).parents[2] / readme).read_text("utf-8")
    file = re.search(r"bot backup +(\S+\.tar)", told)
    assert file
    (tmp_path / "data").mkdir()
    found(capsys, "--admin", "Đỗ Thị Hạnh")
    assert run(capsys, "backup", file[1])[0] == 0
    assert f"`{Path(file[1]).parent}/`" in told, "the nightly ones lie there too"
    assert "is no folder" in run(capsys, "backup", "not/there/kept.tar")[2]


def test_nothing_is_restored_under_a_running_bot(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    found(capsys)
    run(capsys, "backup", "kept.tar")
    with only_writer(tmp_path / "office.db"):
        assert "in use by a running bot" in run(capsys, "restore", "kept.tar", "--force")[2]
        assert "in use by a running bot" in run(capsys, "invite", "CB01")[2]


@pytest.mark.parametrize("damage", ["no archive", "no database", "damaged", "newer"])
def test_what_is_not_whole_changes_nothing(
    damage: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    found(capsys)
    before = (tmp_path / "office.db").read_bytes()
    archive, inner = tmp_path / "bad.tar", tmp_path / "inner.db"
    with sqlite3.connect(inner) as database:
        database.execute(f"PRAGMA user_version = {9999 if damage == 'newer' else 1}")
    if damage == "damaged":
        inner.write_bytes(b"SQLite format 3\0" + bytes(500))
    if damage == "no archive":
        archive.write_bytes(b"not a tar")
    else:
        with tarfile.open(archive, "w") as tar:
            tar.add(inner, "other" if damage == "no database" else "office.db")
    status, _, err = run(capsys, "restore", str(archive), "--force")
    assert (status, err.count("\n")) == (1, 1)
    assert (tmp_path / "office.db").read_bytes() == before


def test_an_archive_writes_nowhere_else(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    found(capsys)
    run(capsys, "backup", "kept.tar")
    stray = tmp_path / "stray"
    stray.write_text("x")
    with tarfile.open("kept.tar", "a") as tar:
        tar.add(stray, "files/../../escaped")
        tar.add(stray, "elsewhere")
    assert run(capsys, "restore", "kept.tar", "--force")[0] == 0
    assert not list(tmp_path.parent.rglob("escaped"))
    assert not (tmp_path / "elsewhere").exists()


def test_what_may_go_out_is_exported(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    found(capsys, "--admin", "Đỗ Thị Hạnh")
    status, out, _ = run(capsys, "export", "out")
    assert status == 0
    assert "person.csv: 1 rows" in out
    content = (tmp_path / "out" / "person.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert [row["name"] for row in rows] == ["Đỗ Thị Hạnh"]
    assert "not empty" in run(capsys, "export", "out")[2]


@pytest.mark.parametrize(("form", "is_long"), [("text", True), ("caption", False)])
def test_a_weeks_report_is_printed(
    form: str, is_long: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    found(capsys)
    status, out, err = run(capsys, "digest", "--week", "2026-W47", "--format", form)
    assert (status, err) == (0, "")
    assert "tuần 47 (16–22" in out.lower()
    assert "Cơ quan Khối" in out
    assert "<b>" not in out
    assert ("BÁO CÁO TUẦN" in out) is is_long


def test_a_report_needs_an_office_and_a_week(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    connect_writer(tmp_path / "office.db").close()
    status, _, err = run(capsys, "digest")
    assert (status, "has no office yet" in err) == (1, True)
    with pytest.raises(SystemExit) as end:
        main(["digest", "--week", "47"])
    assert end.value.code == 2


@pytest.mark.parametrize("command", [("backup", "b.tar"), ("export", "out"), ("invite", "CB01")])
def test_without_a_database_nothing_is_made(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, _, err = run(capsys, *command)
    assert (status, "there is no database" in err) == (1, True)
    assert not (tmp_path / "office.db").exists()


def test_check_says_one_line_each_and_names_the_fault(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    status, out, err = run(capsys, "check")
    assert status == 1
    words = [line.partition(":")[0] for line in out.splitlines()]
    assert words == ["settings", "FAILED database", "FAILED Telegram", "clock", "sealing"]
    assert err == "2 of 5 failed\n"
    found(capsys)
    _, out, err = run(capsys, "check")
    assert "database: " in out.splitlines()[1]
    assert err == "1 of 5 failed\n"


def test_run_refuses_a_file_without_an_office(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A mistyped DATABASE_PATH was a new, empty office that took everybody's messages."""
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    status, _, err = run(capsys, "run")
    assert (status, "does not exist" in err, err.count("\n")) == (1, True, 1)
    assert list(tmp_path.iterdir()) == []
    for content in (b"", b"no database at all " * 99):
        (tmp_path / "office.db").write_bytes(content)
        status, _, err = run(capsys, "run")
        assert (status, "is no database" in err, err.count("\n")) == (1, True, 1)


def test_check_finds_a_webhook_that_takes_the_updates(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hooked(_: Settings) -> tuple[str, str]:
        return "the_bot", "old.example.org"

    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setattr("bot.commands.checking.ask_name_and_webhook", hooked)
    _, out, _ = run(capsys, "check")
    assert "FAILED Telegram: @the_bot has a webhook at old.example.org" in out
