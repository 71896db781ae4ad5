"""The rules of the house, kept for what is built and for what is not built yet."""

import ast
import importlib
import json
import logging
import pkgutil
import re
import sqlite3
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from telegram import Bot
from telegram.error import InvalidToken

import actions
import handlers
import storage
from actions.desk import Action
from bot.commands import COMMANDS as CLI
from bot.logs import Redacting
from bot.settings import EXPECTED, Settings
from domain import kinds, measures
from domain.access import GRANTS, Permission, Role, holders
from domain.activities import Stage
from domain.assignments import Evidence, Status
from domain.consent import Age, Purpose
from domain.kinds import KINDS
from domain.letters import LABEL_LETTERS, Press
from domain.measures import MEASURES, PEOPLE
from domain.menus import COMMANDS, MENUS, WIDE, in_rows
from domain.roster import GRANTABLE
from domain.seats import Standing
from domain.turnout import Basis
from handlers.kit.router import Router
from handlers.routes import routers
from language.say import MEASURES as SAYABLE
from storage.database import migrate, migrations, version_of
from texts.catalogue import load
from texts.render import LAYOUTS

HOUSE = Path(__file__).parent.parent
FLOORS = ("bot", "handlers", "schedules", "actions", "storage", "texts", "papers", "domain")
TOKEN = "123456:AAFAKE-SECRET-0123456789abcdefghij"
LETTERS = 420

GLOBAL = {"setting", "inbox", "lost_account", "notice"}
"""Tables of the deployment, not of one office."""
LONG = {"arrival.stranger"}
"""Texts that may be longer than a card: a page read once."""


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def fresh() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    migrate(connection)
    return connection


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for floor in FLOORS:
        for file in sorted((HOUSE / floor).rglob("*.py")):
            yield file, ast.parse(file.read_text("utf-8"))


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function by this name whose first argument is a plain text."""
    for file, tree in sources():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == name
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                yield f"{file.name}:{node.lineno}", node


def first(call: ast.Call) -> str:
    argument = call.args[0]
    assert isinstance(argument, ast.Constant)
    return str(argument.value)


def routes() -> Router:
    return Router().include(routers())


# storage

PIECES = {"MOVE", "ROWS", "STOOD"}
"""Statements that are filled in, or go on, where they are used."""
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b")


def statements() -> Iterator[tuple[str, str]]:
    for module in modules(storage):
        for name, value in vars(module).items():
            if name.isupper():
                for number, sql in enumerate(value if isinstance(value, tuple) else (value,)):
                    if isinstance(sql, str) and SQL.match(sql) and name not in PIECES:
                        yield f"{module.__name__}.{name}[{number}]", sql


class Anything(dict[str, None]):
    """Every blank of a statement is there, and empty."""

    def __missing__(self, _: str) -> None:
        return None


def test_every_statement_can_be_explained() -> None:
    connection, wrong, found = fresh(), [], list(statements())
    for name, sql in found:
        try:
            connection.execute(f"EXPLAIN {sql}", Anything())
        except sqlite3.Error as error:
            wrong.append(f"{name}: {error}")
    assert wrong == []
    assert len(found) > 80


def tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return [row[0] for row in found]


def test_every_table_belongs_to_an_office() -> None:
    connection = fresh()
    parents = {
        table: {row["table"] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
        for table in tables(connection)
    }
    columns = {
        table: {row["name"] for row in connection.execute(f"PRAGMA table_info({table})")}
        for table in parents
    }
    bound = {"office"} | {table for table in parents if "office_id" in columns[table]}
    while more := {t for t in parents if t not in bound and parents[t] & bound}:
        bound |= more
    assert set(parents) - bound == GLOBAL


def test_an_older_database_becomes_like_a_new_one() -> None:
    def schema(connection: sqlite3.Connection) -> set[str]:
        return {row[0] for row in connection.execute("SELECT sql FROM sqlite_master")}

    for number in range(1, len(migrations())):
        connection = sqlite3.connect(":memory:", isolation_level=None)
        for _, script in migrations()[:number]:
            connection.executescript(script)
        connection.execute(f"PRAGMA user_version = {number}")
        migrate(connection)
        assert version_of(connection) == len(migrations())
        assert schema(connection) == schema(fresh())


# texts

BLANK = re.compile(r"\{(\w+)")


def test_both_languages_say_the_same() -> None:
    ours, theirs = load("vi"), load("en")
    assert set(ours) == set(theirs)
    assert [key for key in theirs if blanks(ours[key]) != blanks(theirs[key])] == []


def blanks(text: str) -> set[str]:
    """How somebody is addressed is each language's own affair."""
    return {blank for blank in BLANK.findall(text) if blank.casefold() != "you"}


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_labels_and_texts_fit_a_phone(locale: str) -> None:
    def fits(key: str, text: str) -> bool:
        most = LABEL_LETTERS if key.startswith("button.") else LETTERS
        return key in LONG or len(re.sub(r"</?\w+>", "", text)) <= most

    assert [key for key, text in load(locale).items() if not fits(key, text)] == []


def test_every_refusal_has_words() -> None:
    said = load("vi")
    mute = [f"{at} {first(call)}" for at, call in calls("Refusal")
            if f"refusal.{first(call)}" not in said]  # fmt: skip
    assert mute == []


@pytest.mark.parametrize("maker", ["Message", "toast", "result"])
def test_every_message_has_words(maker: str) -> None:
    said = {*load("vi"), *LAYOUTS, ""}
    assert [f"{at} {first(call)}" for at, call in calls(maker) if first(call) not in said] == []


def test_every_button_is_answered() -> None:
    """But those that open a link, copy or share, which never come back as a press."""
    answered = routes().buttons
    mute = [
        f"{at} {first(call)}"
        for at, call in calls("Press")
        if first(call) not in answered
        and not {"url", "copy", "share"} & {keyword.arg for keyword in call.keywords}
    ]
    assert mute == []


def test_every_topic_has_a_label_that_fits() -> None:
    said = load("vi")
    bare = [t for t in routes().topics if not 0 < len(said.get(f"topic.{t}", "")) <= 20]
    assert bare == []


def test_every_button_has_a_label_that_fits() -> None:
    said = load("vi")
    bare = [f"{at} {key}" for at, key in label_keys() if not 0 < len(said.get(key, "")) <= 20]
    assert bare == []


def label_keys() -> Iterator[tuple[str, str]]:
    """The texts that buttons take their labels from; names and numbers have none."""
    for where, call in calls("Press"):
        given = {keyword.arg: keyword.value for keyword in call.keywords}
        label = given.get("label") or (call.args[3] if len(call.args) > 3 else None)
        if label is None:
            yield where, f"button.{first(call)}"
        elif isinstance(label, ast.Constant) and str(label.value).startswith("@"):
            yield where, str(label.value)[1:]


def test_a_packed_button_fits_telegram() -> None:
    for verb in routes().buttons:
        assert len(Press(verb, 10**12, "x" * 20).pack().encode()) <= 64, verb


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize("menu", MENUS)
def test_keyboards_are_two_a_row_and_a_wide_label_stands_alone(locale: str, menu: str) -> None:
    labels = [load(locale)[f"menu.{name}"] for name in MENUS[menu]]
    rows = in_rows(labels)
    assert [label for row in rows for label in row] == labels
    for row in rows:
        assert len(row) <= 2
        assert len(row) == 1 or all(len(label) <= WIDE for label in row)


def test_every_command_of_a_menu_is_answered() -> None:
    for locale in ("vi", "en"):
        for name in {name for names in COMMANDS.values() for name in names}:
            assert re.fullmatch(r"[a-z0-9_]{1,32}", name)
            assert 1 <= len(load(locale)[f"command.{name}"]) <= 256
    named = {name for names in COMMANDS.values() for name in names}
    assert named - set(routes().commands) == set()


# rights


def test_every_deed_needs_a_right_that_somebody_has() -> None:
    found = 0
    for module in modules(actions):
        for deed in vars(module).values():
            if isinstance(deed, Action):
                found += 1
                assert list(holders(deed.needs)), f"{module.__name__}: {deed.needs}"
    assert found > 20


def test_the_table_of_rights_is_whole() -> None:
    assert set(GRANTS) == set(Role)
    assert all(list(holders(permission)) for permission in Permission)
    assert GRANTS[Role.STRANGER] <= {Permission.TALK, Permission.ARRIVE, Permission.REGISTER}


# the process


def test_the_token_is_never_logged() -> None:
    formatter = Redacting()
    bot = Bot(TOKEN)
    assert "SECRET" in repr(bot), "the library shows it: that is why we do not"
    try:
        raise InvalidToken(f"The token `{TOKEN}` was rejected by the server.")
    except InvalidToken:
        record = logging.LogRecord(
            "x", logging.ERROR, "x.py", 1, "%r %s", (bot, f"https://x/bot{TOKEN}/getMe"),
            sys.exc_info(),
        )  # fmt: skip
    line = formatter.format(record)
    assert "SECRET" not in line
    assert json.loads(line)["trace"].endswith("was rejected by the server.")


def test_a_token_of_another_form_is_not_logged_either() -> None:
    record = logging.LogRecord("x", logging.INFO, "x.py", 1, "odd-secret here", (), None)
    assert "odd-secret" not in Redacting("odd-secret").format(record)


def test_the_example_of_settings_names_them_all() -> None:
    named = re.findall(r"^([A-Z_]+)=", (HOUSE / ".env.example").read_text("utf-8"), re.MULTILINE)
    assert set(named) == {name.upper() for name in Settings.model_fields}
    assert set(EXPECTED) == set(Settings.model_fields)


def test_the_readme_names_every_command() -> None:
    readme = (HOUSE / "README.md").read_text("utf-8")
    missing = [command.name for command in CLI if f"bot {command.name}" not in readme]
    assert set(missing) <= {"run", "load-sample", "invite", "phrases", "digest"}


def test_what_works_today_names_tests_that_exist() -> None:
    rows = (HOUSE / "docs" / "features.md").read_text("utf-8").splitlines()
    claims = [row for row in rows if re.search(r"\| (done|partly) \|", row)]
    stories = {file.stem: file.read_text("utf-8") for file in (HOUSE / "tests").rglob("*.py")}
    named = [name for row in claims for name in re.findall(r"(test_\w+)(?:::(\w+))?", row)]
    assert [file for file, _ in named if file not in stories] == []
    assert [(f, story) for f, story in named if f"def test_{story}" not in stories[f]] == []
    assert len(claims) + sum("| not yet |" in row for row in rows) == 94


def test_every_file_says_what_it_is() -> None:
    for file, tree in sources():
        assert ast.get_docstring(tree), file
    assert handlers.__doc__


# words, kinds and commands

MARKED = re.compile(r"\w*[À-ÖØ-öø-ýĂăĐđĨĩŨũƠơƯưẠ-ỹ]\w*")
SPEAK_NO_WORDS = ("actions", "domain", "storage", "schedules")
NAMES = {"domain/people.py": "what an office calls its sections, cut off their names"}
"""Vietnamese that is neither said nor read, and why it stands in code."""
READ_ON = {"length_km", "length_m", "area_m2", "money", "other"}
"""Units whose measure the words around them tell."""


def strings() -> Iterator[tuple[str, int, str]]:
    """Every plain text of the code but the docstrings: its file, its line, itself."""
    for file, tree in sources():
        alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in alone
            ):
                yield str(file.relative_to(HOUSE)), node.lineno, node.value


def test_what_is_said_stands_in_texts() -> None:
    said = [
        f"{file}:{line} {text!r}"
        for file, line, text in strings()
        if file.startswith(SPEAK_NO_WORDS) and file not in NAMES
        if any(len(word) > 1 for word in MARKED.findall(text))
    ]
    assert said == []


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("kind", KINDS),
        ("kind_name", KINDS),
        ("measure", {**MEASURES, PEOPLE.code: PEOPLE}),
        ("activity_state", Stage),
        ("standing", Standing),
        ("proof", Basis),
        ("evidence", Evidence),
        ("work.state", Status),
        ("purpose", Purpose),
        ("notice", Purpose),
        ("age", Age),
        ("role.name", GRANTABLE),
    ],
)
def test_what_is_called_by_its_code_has_a_text(
    locale: str, key: str, values: Iterable[str]
) -> None:
    said = load(locale)
    assert [f"{key}.{code}" for code in values if not said.get(f"{key}.{code}")] == []


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_a_kind_fits_the_button_it_is_chosen_by(locale: str) -> None:
    assert [code for code in KINDS if len(load(locale)[f"kind.{code}"]) > LABEL_LETTERS] == []


def test_a_kind_has_a_prefix_of_its_own() -> None:
    """No other kind's, and none of another code: `NV-2026-0001`, `CB-…`, `TN-…`, `VP1`."""
    others = {
        text.rstrip("-")
        for file, _, text in strings()
        if re.fullmatch(r"[A-Z]{2}-?", text) and file != "domain/kinds.py"
    }
    assert {"NV", "CB", "TN", "VP"} <= others
    prefixes = [kind.prefix for kind in kinds.ROWS]
    assert len({kind.code for kind in kinds.ROWS}) == len(prefixes) == len(set(prefixes))
    assert others & set(prefixes) == set()
    assert [prefix for prefix in prefixes if not re.fullmatch("[A-Z][A-Z0-9]", prefix)] == []


def test_a_measure_is_known_by_the_same_code_everywhere() -> None:
    """To the catalogue, to what reads a line, and to what says it back."""
    figures = tomllib.loads(next((HOUSE / "language").rglob("figures.toml")).read_text("utf-8"))
    counted = (figures["units"], figures["for_whom"], figures["labels"])
    read = {code.partition("*")[0] for units in counted for code in units}
    assert len({row.code for row in measures.ROWS}) == len(measures.ROWS)
    assert set(MEASURES) == set(SAYABLE)
    assert read - set(MEASURES) == READ_ON


def helped(locale: str) -> set[str]:
    """The commands that a role's help names."""
    pages = (load(locale)[f"help.{menu or 'stranger'}"] for menu in MENUS)
    return {name for page in pages for name in re.findall(r"(?<![<\w])/([a-z]+)", page)}


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_every_command_can_be_found(locale: str) -> None:
    """In a menu of commands, in a help, or as a key of a keyboard that does the same."""
    commands, labels = {**routes().commands, **routes().groups}, routes().labels
    shown = {name for names in COMMANDS.values() for name in names} | helped(locale)
    found = {labels[name] for names in MENUS.values() for name in names}
    found |= {handler for name, handler in commands.items() if name in shown}
    assert [name for name, handler in commands.items() if handler not in found] == []
    assert shown - set(commands) == set()
