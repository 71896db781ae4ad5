"""The rules of the house, kept for what is built and for what is not built yet."""

import ast
import gc
import json
import logging
import re
import sqlite3
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest
from telegram import Bot
from telegram.error import InvalidToken

import actions
import handlers
import storage
from actions.desk import Action
from actions.rooms import Job, jobs, report_parts, rooms
from actions.sample import load_sample
from bot.commands import COMMANDS as CLI
from bot.logs import Redacting
from bot.settings import EXPECTED, Settings
from domain import checklist_kinds, hours, kinds, matter_kinds, measures, registers, visits
from domain.access import GRANTS, Duty, Permission, Role, holders
from domain.activities import Stage
from domain.assignments import Evidence, Status
from domain.consent import Age, Purpose
from domain.kinds import KINDS
from domain.letters import LABEL_LETTERS, Press
from domain.measures import MEASURES, PEOPLE
from domain.menus import COMMANDS, MENUS, WIDE, in_rows
from domain.names import fold
from domain.roster import GRANTABLE
from domain.seats import Standing
from domain.turnout import Basis
from handlers.kit.router import Router
from handlers.routes import routers
from language.line.patterns import spelt
from language.line.vocabulary import BOOKS, book
from language.reading import intents
from storage import Database
from storage.database import Misnumbered, migrate, migrations, version_of
from storage.everywhere import Everywhere
from storage.personal_data import counting, declared, erasing
from storage.table import Table
from tests.helpers.house import SQL, Anything, fresh, modules, statements
from tests.helpers.reach import is_bound, named_in, strays
from texts.catalogue import flatten, load
from texts.render import layouts

HOUSE = Path(__file__).parents[2]
FLOORS = ("bot", "handlers", "schedules", "actions", "storage", "texts", "papers", "domain")
TOKEN = "123456:AAFAKE-SECRET-0123456789abcdefghij"
LETTERS = 420

GLOBAL = {"setting", "inbox", "lost_account", "notice"}
"""Tables of the deployment, not of one office."""
STANDS = re.compile(r"\| (done|partly|not yet) \|")
WON = {"A": 21, "B": 15, "C": 22, "D": 16, "E": 20}
"""The ninety-four features that must be won, by their part; `docs/features.md` may name more."""
LONG = {"arrival.stranger"}
"""Texts that may be longer than a card: a page read once."""


@cache
def sources(*floors: str) -> Sequence[tuple[Path, ast.Module]]:
    """Every file; none of it becomes waste, so nobody looks for waste in it again and again."""
    gc.disable()
    found = [
        (file, ast.parse(file.read_text("utf-8")))
        for floor in floors or FLOORS
        for file in sorted((HOUSE / floor).rglob("*.py"))
    ]
    gc.freeze()
    gc.enable()
    return found


@cache
def nodes(tree: ast.Module) -> Sequence[ast.AST]:
    """All that stands in a file: many rules go through it."""
    return tuple(ast.walk(tree))


@cache
def calls(name: str) -> Sequence[tuple[str, ast.Call]]:
    """Every call of a function by this name whose first argument is a plain text."""
    return [
        (f"{file.name}:{node.lineno}", node)
        for file, tree in sources()
        for node in nodes(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == name
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]


def first(call: ast.Call) -> str:
    argument = call.args[0]
    assert isinstance(argument, ast.Constant)
    return str(argument.value)


def routes() -> Router:
    return Router().include(routers())


# storage


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

    for number in (1, len(migrations()) // 2, len(migrations()) - 1):
        connection = sqlite3.connect(":memory:", isolation_level=None)
        for _, script in migrations()[:number]:
            connection.executescript(script)
        connection.execute(f"PRAGMA user_version = {number}")
        migrate(connection)
        assert version_of(connection) == len(migrations())
        assert schema(connection) == schema(fresh())


@pytest.mark.parametrize(
    "names",
    [
        ("0001_office.sql", "0002_ours.sql", "0002_theirs.sql"),
        ("0001_office.sql", "0003_activities.sql"),
    ],
    ids=["two branches took one number", "one is missing"],
)
def test_a_migrations_number_is_its_position(names: tuple[str, ...], tmp_path: Path) -> None:
    for name in names:
        (tmp_path / name).write_text(f"CREATE TABLE {Path(name).stem[5:]} (id INTEGER);")
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with pytest.raises(Misnumbered):
        migrate(connection, tmp_path)
    assert version_of(connection) == 0
    given = [int(name.partition("_")[0]) for name, _ in migrations()]
    assert given == list(range(1, len(given) + 1))


# texts

BLANK = re.compile(r"\{(\w+)")


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_every_part_that_may_be_left_out_of_the_report_has_its_labels(locale: str) -> None:
    names = {part.name for part in report_parts() if not part.always}
    said = {f"report_part.{how}.{name}" for how in ("name", "held", "free") for name in names}
    assert said <= set(load(locale))


def test_both_languages_say_the_same() -> None:
    ours, theirs = load("vi"), load("en")
    wanted = [f"texts/en/{file_of('vi', key)}: {key}" for key in ours if key not in theirs]
    wanted += [f"texts/vi/{file_of('en', key)}: {key}" for key in theirs if key not in ours]
    assert wanted == [], "one language alone says it"
    assert [key for key in theirs if blanks(ours[key]) != blanks(theirs[key])] == []


def file_of(locale: str, key: str) -> str:
    files = (HOUSE / "texts" / locale).glob("*.toml")
    told = {file.name: dict(flatten(tomllib.loads(file.read_text("utf-8")))) for file in files}
    return next(name for name, texts in told.items() if key in texts)


def test_no_english_text_is_the_vietnamese_one() -> None:
    """What is typed back as it stands is: examples of a plan's lines, the languages' names."""
    ours, theirs = load("vi"), load("en")
    typed_back = ("plan.detail.", "plan.example.", "plan_yes_no.")
    same = [key for key in theirs if theirs[key] == ours[key] and MARKED.search(ours[key])]
    names = {"command.ngonngu", "button.vietnamese"}
    assert [key for key in same if not key.startswith(typed_back) and key not in names] == []


def blanks(text: str) -> set[str]:
    """How somebody is addressed is each language's own affair."""
    return {blank for blank in BLANK.findall(text) if blank.casefold() != "you"}


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_labels_and_texts_fit_a_phone(locale: str) -> None:
    def fits(key: str, text: str) -> bool:
        most = LABEL_LETTERS if key.startswith("button.") else LETTERS
        drawn = re.sub(r":[^{}\[\]]*}", "}", re.sub(r"</?\w+>", "", text))
        return key in LONG or len(drawn) <= most

    assert [key for key, text in load(locale).items() if not fits(key, text)] == []


def test_every_refusal_has_words() -> None:
    said = load("vi")
    mute = [f"{at} {first(call)}" for at, call in calls("Refusal")
            if f"refusal.{first(call)}" not in said]  # fmt: skip
    assert mute == []


@pytest.mark.parametrize("maker", ["Message", "toast", "result"])
def test_every_message_has_words(maker: str) -> None:
    said = {*load("vi"), *layouts(), ""}
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


def test_the_bot_knows_no_button() -> None:
    """Which ones stand in a line is said where they are declared."""
    verbs = set(routes().buttons)
    known = [
        f"{file}:{line}"
        for file, line, text in strings("bot")
        if text.partition(":")[0] in verbs and "." in text
    ]
    assert known == []


def test_what_a_button_is_about_is_said_once_and_of_a_button_that_is_there() -> None:
    said = [v for room in rooms() for verbs in room.speaks_of.values() for v in verbs]
    said += [v for room in rooms() for verbs in room.replied_about.values() for v in verbs]
    assert sorted(set(said)) == sorted(said)
    assert set(said) - set(routes().buttons) == set()


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
    assert json.loads(line)["trace"].startswith("InvalidToken at test_house_rules.py:")


def test_a_token_of_another_form_is_not_logged_either() -> None:
    record = logging.LogRecord("bot", logging.INFO, "x.py", 1, "odd-secret here", (), None)
    assert "odd-secret" not in Redacting("odd-secret").format(record)


def test_the_example_of_settings_names_them_all() -> None:
    named = re.findall(
        r"^(?:# )?([A-Z_]+)=", (HOUSE / ".env.example").read_text("utf-8"), re.MULTILINE
    )
    assert set(named) == {name.upper() for name in Settings.model_fields}
    assert set(EXPECTED) == set(Settings.model_fields)


def test_the_readme_names_every_command() -> None:
    readme = (HOUSE / "README.md").read_text("utf-8")
    missing = [command.name for command in CLI if f"bot {command.name}" not in readme]
    assert set(missing) <= {"run", "load-sample", "invite", "phrases", "digest"}


def test_the_readme_says_the_same_in_both_languages() -> None:
    both = [(HOUSE / name).read_text("utf-8") for name in ("README.md", "README.en.md")]
    for same in (r"(?m)^#+ ", r"(?m)^\|", r"-m bot ([a-z]+)", r"\]\((?!README)([^)]+)\)"):
        vietnamese, english = (sorted(re.findall(same, text)) for text in both)
        assert vietnamese == english, same


def test_what_works_today_names_tests_that_exist() -> None:
    rows = (HOUSE / "docs" / "features.md").read_text("utf-8").splitlines()
    claims = [row for row in rows if re.search(r"\| (done|partly) \|", row)]
    stories = {file.stem: file.read_text("utf-8") for file in (HOUSE / "tests").rglob("*.py")}
    named = [name for row in claims for name in re.findall(r"(test_\w+)(?:::(\w+))?", row)]
    assert [file for file, _ in named if file not in stories] == []
    assert [(f, story) for f, story in named if f"def test_{story}" not in stories[f]] == []
    standing = [row.split(" | ")[0].removeprefix("| ") for row in rows if STANDS.search(row)]
    assert {f"{part}{n + 1}" for part, most in WON.items() for n in range(most)} <= set(standing)
    assert len(set(standing)) == len(standing)


def test_every_file_says_what_it_is() -> None:
    for file, tree in sources():
        assert ast.get_docstring(tree), file
    assert handlers.__doc__


def test_no_two_classes_have_one_name() -> None:
    """In the house; the sandbox is a program of its own, a Telegram with messages of its own."""
    trees = [tree for _, tree in (*sources(), *sources("language"))]
    found = Counter(
        node.name for tree in trees for node in nodes(tree) if isinstance(node, ast.ClassDef)
    )
    assert [name for name, count in found.items() if count > 1] == []


# connections

SQL_CALLS = {"execute", "executemany", "executescript", "cursor"}


def reaches_past_storage(tree: ast.Module) -> Iterator[str]:
    """Statements run on a connection, and connections taken out of a piece of work."""
    for node in nodes(tree):
        if isinstance(node, ast.Attribute) and node.attr in {*SQL_CALLS, "connection"}:
            yield f"line {node.lineno}: .{node.attr}"


def test_only_the_storage_executes_statements() -> None:
    wrong = {
        str(file.relative_to(HOUSE)): found
        for file, tree in sources()
        if file.relative_to(HOUSE).parts[0] != "storage"
        and (found := list(reaches_past_storage(tree)))
    }
    assert wrong == {}


LIBRARYS_OWN = {"_r", "_tr"}
"""What python-docx shows in no other way."""
STATEMENT = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH)\s", re.IGNORECASE)


def reaches_inside(tree: ast.Module) -> Iterator[str]:
    """«work.outbox._value»: what another object keeps to itself."""
    for node in nodes(tree):
        if isinstance(node, ast.Attribute) and node.attr.startswith("_"):
            own = isinstance(node.value, ast.Name) and node.value.id in {"self", "cls"}
            if not (own or node.attr.endswith("__") or node.attr in LIBRARYS_OWN):
                yield f"line {node.lineno}: {ast.unparse(node)}"


def test_nobody_reaches_into_the_storage() -> None:
    wrong = {
        str(file.relative_to(HOUSE)): found
        for file, tree in sources()
        if file.relative_to(HOUSE).parts[0] in {"actions", "handlers", "schedules"}
        and file.name != "router.py"
        and (found := list(reaches_inside(tree)))
    }
    assert wrong == {}


def said_within(function: ast.AST) -> Iterator[str]:
    kept = ast.get_docstring(function, clean=False) if hasattr(function, "body") else None
    for node in ast.walk(function):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value != kept:
            yield node.value


def test_a_statement_is_a_constant_of_its_module() -> None:
    """One inside a function is explained, bound and planned by no rule."""
    inside = [
        f"{file.name}: {said[:40]}"
        for file, tree in sources()
        if file.relative_to(HOUSE).parts[0] == "storage"
        for node in nodes(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for said in said_within(node)
        if STATEMENT.match(said)
    ]
    assert inside == []


EXCUSES = re.compile(r"# (?:noqa(?!: [A-Z0-9, ]+ - \w)|(?:TODO|FIXME|XXX)(?!: \w.{15})).*")


def test_an_excuse_gives_its_reason() -> None:
    """What a tool should not look at, and what is still to be done."""
    bare = {
        str(file.relative_to(HOUSE)): found[0]
        for file, _ in sources()
        if (found := EXCUSES.findall(file.read_text("utf-8")))
    }
    assert bare == {}


HEARS_ANY_FAULT = {
    "actions/reception/post.py": "a card that cannot be drawn undoes no deed",
    "bot/dispatch.py": "a bug ends in bot/faults.py",
    "schedules/postman.py": "one letter must not stop the others",
    "schedules/timetable.py": "one job and one office must not stop the others",
    "storage/database.py": "what was begun is rolled back",
}


def test_whatever_goes_wrong_is_caught_in_few_places() -> None:
    """`except Exception`, also where it is written to the log: elsewhere name what may happen."""
    wide = {
        str(file.relative_to(HOUSE))
        for file, tree in (*sources(), *sources("language"))
        for node in nodes(tree)
        if isinstance(node, ast.ExceptHandler)
        if not node.type or mentions(node.type, {"Exception", "BaseException"})
    }
    assert wide == set(HEARS_ANY_FAULT)


def test_no_fault_is_passed_over_whatever_it_is() -> None:
    wide = [
        f"{file.name}:{node.lineno}"
        for file, tree in sources()
        for node in nodes(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith("suppress")
        and {"Exception", "BaseException"} & {ast.unparse(one) for one in node.args}
    ]
    assert wide == []


# what people type is known in language/ alone

READS_FOR_ITSELF = ("handlers", "actions", "domain")
MAY_USE_RE = {"domain/names.py": "a link is no name: nothing that is typed means anything there"}
MAY_FOLD = {
    "domain/names.py": "it says what folding is",
    "domain/activities.py": "a point's name against its place",
    "actions/office/roster.py": "names against names",
    "actions/office/enlisting.py": "the same, of people and of the office's parts",
    "handlers/kit/hearing.py": "the keyboard's labels, which stand in texts/",
}
MAY_LIST = {
    "domain/menus.py": "names of commands",
    "domain/hours.py": "weekdays as the timer calls them",
    "domain/people.py": "kinds of sections, as offices name themselves",
    "domain/kinds.py": "a kind's own name",
    "domain/names.py": "letters",
    "actions/activities/whereabouts.py": "a position on a map",
}


IN_LANGUAGE = """What people type is known in language/ alone: ask `turn.reading` for a property,
or name an intent of language/intents.toml (CONTRIBUTING, «A word people type»)."""


def readers() -> Iterator[tuple[str, ast.Module]]:
    for file, tree in sources():
        name = file.relative_to(HOUSE).as_posix()
        if name.startswith(READS_FOR_ITSELF):
            yield name, tree


def imported(tree: ast.Module) -> Iterator[str]:
    for node in nodes(tree):
        yield from modules_in(node)


def modules_in(node: ast.AST) -> Iterator[str]:
    """What one line imports."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


ASKED_BESIDES = {"agrees": "a reaction is no line", "open_books": "before the first line"}


def test_handlers_ask_the_reading_and_nothing_else() -> None:
    """What they name of `language` besides are the values that a reading hands out."""
    asked = {
        name
        for file, tree in readers()
        if file.startswith("handlers")
        for name in imported(tree)
        if name.startswith("language") and not re.fullmatch(r"language\.[A-Z]\w+", name)
    }
    assert asked == {f"language.{name}" for name in ASKED_BESIDES}


def test_no_pattern_of_typed_words_outside_language() -> None:
    looks = [
        f"{name}:{node.lineno}"
        for name, tree in readers()
        if name not in MAY_USE_RE
        for node in nodes(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        if {"re", "regex"} & {module.partition(".")[0] for module in modules_in(node)}
    ]
    assert looks == [], IN_LANGUAGE


def test_no_words_are_compared_without_marks_outside_language() -> None:
    folds = {
        name
        for name, tree in readers()
        if {"domain.names.fold", "language.fold"} & set(imported(tree))
    }
    assert folds | {"domain/names.py"} == set(MAY_FOLD)


def test_yes_and_no_are_spelt_once() -> None:
    """«oke», «ko»: a list says `"{ok}"`, `"{không} nhận"`, a pattern `{OK}`, `{NO}`; only the
    grammar of cues, which shortens every phrase of its own, spells a «no»."""
    oks, noes = set(spelt("ok")) - {"ok"}, set(spelt("không", "hông")) - {"khong", "k", "kg"}
    lists = {file.stem: file.read_text("utf-8") for file in (HOUSE / "language").glob("*.toml")}
    listed = [
        (name, words)
        for name, text in lists.items()
        for words in re.findall(r'"([^"]*)"', text)
        if name != "yes_no"
    ]
    again = [
        f"{name} {text!r}"
        for name, text in [*listed, *((file, text) for file, _, text in strings("language"))]
        if set(re.findall(r"\w+", text)) & (oks if name in SHORTENS else oks | noes)
    ]
    assert again == [], "say {NO}, {NOT}, {OK} of language/line/patterns.py"


AGREEING = {"có", "vâng", "ừ", "đồng ý", "đúng"}


def test_no_second_list_says_how_to_agree() -> None:
    """Two of these stand together elsewhere as politeness or as a cue; three are a list of yes."""
    lists = {
        file.stem: tomllib.loads(file.read_text("utf-8"))
        for file in (HOUSE / "language").glob("*.toml")
        if file.stem != "yes_no"
    }
    told = [(name, line) for name, whole in lists.items() for line in lines_of(whole)]
    told += [(name, re.findall(r"[\w ]+", text)) for name, _, text in strings("language")]
    told += [
        (file.relative_to(HOUSE).as_posix(), list(texts_in(node)))
        for file, tree in sources("language")
        for node in nodes(tree)
        if isinstance(node, ast.Tuple | ast.List | ast.Set)
    ]
    assert [name for name, words in told if len(AGREEING.intersection(words)) > 2] == []


def lines_of(whole: object) -> Iterator[Sequence[str]]:
    """Every list of words in what a file says."""
    if isinstance(whole, Mapping):
        for part in whole.values():
            yield from lines_of(part)
    elif isinstance(whole, list):
        yield [word for word in whole if isinstance(word, str)]


def texts_in(node: ast.AST) -> Iterator[str]:
    for one in ast.iter_child_nodes(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


def typed_words() -> frozenset[str]:
    """The words of our lists that are written with marks, as they are typed without them."""
    listed = (word for name in (*BOOKS, "intents") for word in words_of(book(name)))
    return frozenset(fold(word) for word in listed if word.casefold() != fold(word))


def words_of(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield from part.split()
    elif isinstance(part, dict):
        yield from (word for inner in part.values() for word in words_of(inner))
    elif isinstance(part, list):
        yield from (word for inner in part for word in words_of(inner))


def beside(node: ast.AST) -> list[ast.expr]:
    """What stands together: in a list, as keys, compared, or handed to one call."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return node.elts
    if isinstance(node, ast.Dict):
        return [key for key in node.keys if key]
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    return node.args if isinstance(node, ast.Call) else []


def test_no_list_of_typed_words_outside_language() -> None:
    """Two words of people side by side, or one of several syllables. A code is in capitals."""
    known, wrong = typed_words(), []

    def is_typed(node: ast.expr) -> bool:
        text = node.value if isinstance(node, ast.Constant) else None
        said = fold(text).split() if isinstance(text, str) and not text.isupper() else []
        return bool(said) and known.issuperset(said)

    for name, tree in readers():
        for node in nodes(tree):
            found = [ast.literal_eval(one) for one in beside(node) if is_typed(one)]
            if name not in MAY_LIST and (len(found) > 1 or any(" " in one for one in found)):
                wrong.append(f"{name}:{getattr(node, 'lineno', 0)} {found}")
    assert wrong == [], IN_LANGUAGE


CUTS = {"startswith", "endswith", "removeprefix", "removesuffix", "partition", "split", "replace"}
TYPED = {"text", "words", "args", "folded"}
MAY_COMPARE = {
    "domain/names.py": "a letter of its own",
    "handlers/kit/incoming.py": "the language of a telephone",
}


def looked_for(node: ast.AST) -> Iterator[ast.expr]:
    """What is looked for in a text: cut off it, compared with what was typed, or matched."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        yield from node.args if node.func.attr in CUTS else ()
    elif isinstance(node, ast.Compare) and mentions(node, TYPED):
        yield from (node.left, *node.comparators)
    elif isinstance(node, ast.Match) and mentions(node.subject, TYPED):
        inner = (one for case in node.cases for one in ast.walk(case.pattern))
        yield from (one.value for one in inner if isinstance(one, ast.MatchValue))


def mentions(node: ast.AST, names: set[str]) -> bool:
    inner = list(ast.walk(node))
    called = {one.attr for one in inner if isinstance(one, ast.Attribute)}
    return bool(names & (called | {one.id for one in inner if isinstance(one, ast.Name)}))


def test_no_single_word_is_looked_for_outside_language() -> None:
    """`turn.text.startswith("mai")`, `turn.reading.words == "xong"`."""
    found = [
        f"{name}:{getattr(node, 'lineno', 0)} {one.value!r}"
        for name, tree in readers()
        if name not in MAY_COMPARE
        for node in nodes(tree)
        for part in looked_for(node)
        for one in (part, *beside(part))
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
        if is_said(one.value)
    ]
    assert found == [], IN_LANGUAGE


def is_said(text: str) -> bool:
    """Words as people say them; a code ends with a sign or is in capitals."""
    return bool(re.fullmatch(r"[^\W\d_]+(?:[ ,]+[^\W\d_]+)*", text.strip())) and not text.isupper()


def test_every_line_known_by_heart_is_answered() -> None:
    assert set(routes().lines) == intents()


# whose rows a statement reaches


def run_by(base: type) -> Iterator[tuple[str, str]]:
    """The statements that classes of a kind run."""
    for module in modules(storage):
        for kind in vars(module).values():
            is_kind = isinstance(kind, type) and issubclass(kind, base) and kind is not base
            if is_kind and kind.__module__ == module.__name__:
                yield from _statements_of(module, kind)


def _statements_of(module: ModuleType, kind: type) -> Iterator[tuple[str, str]]:
    bodies = [value.__code__ for value in vars(kind).values() if hasattr(value, "__code__")]
    for name in sorted({name for body in bodies for name in named_in(body)}):
        value = getattr(module, name, None)
        for sql in value.values() if isinstance(value, Mapping) else (value,):
            if isinstance(sql, str) and SQL.match(sql):
                yield f"{module.__name__}.{name}", sql


def test_every_statement_of_an_office_is_bound_to_it() -> None:
    found = list(run_by(Table))
    assert [name for name, sql in found if not is_bound(sql)] == []
    assert len(found) > 150


def test_every_table_of_a_statement_is_joined_by_a_key() -> None:
    """One table that is bound binds no other that stands loose beside it."""
    assert {name: strays(sql) for name, sql in run_by(Table) if strays(sql)} == {}


@pytest.mark.parametrize(
    "tables",
    [
        "strength s JOIN assignment a ON a.lead_id > s.person_id",
        "strength s, assignment a",
        "strength s JOIN assignment a ON a.state = s.strength",
        "strength s JOIN assignment a ON 1",
    ],
)
def test_a_table_that_stands_loose_is_named(tables: str) -> None:
    assert strays(f"SELECT 1 FROM {tables} WHERE s.office_id = :office_id") == ["a"]


FOR_EVERYBODY = {
    "accounts": "who speaks",
    "attachments": "copies of what was sent",
    "columns": "which of them are moments",
    "consents": "who is to be erased from a copy that is brought back",
    "expiring": "messages that go by themselves",
    "inbox": "what was heard, before it is known from whom",
    "inspection": "what the operator sees",
    "journal": "what is older than is kept; what was done lately, for the operator",
    "letters": "the post",
    "merging": "somebody's old record",
    "offices": "which offices there are",
    "photos": "copies of what was sent",
    "phrases": "words of the sample",
    "safekeeping": "copies and exports",
    "sealing": "whether the key fits",
}


def test_a_function_that_is_of_no_office_stands_where_one_is_looked_for() -> None:
    """What a module runs outside its tables is of the whole house, with its reason here."""
    whole = {
        module.__name__.removeprefix("storage.")
        for module in modules(storage)
        for sql in _statements_of_functions(module)
        if not is_bound(sql)
    }
    assert whole == set(FOR_EVERYBODY)


def _statements_of_functions(module: ModuleType) -> Iterator[str]:
    own = [f for f in vars(module).values() if isinstance(f, FunctionType)]
    for name in {
        name for f in own if f.__module__ == module.__name__ for name in named_in(f.__code__)
    }:
        value = getattr(module, name, None)
        found = value.values() if isinstance(value, Mapping) else (value,)
        yield from (sql for sql in found if isinstance(sql, str) and SQL.match(sql))


def test_what_is_not_bound_does_not_look_as_if_it_were() -> None:
    found = list(run_by(Everywhere))
    assert [name for name, sql in found if ":office_id" in sql] == []
    assert len(found) > 20


@pytest.mark.parametrize(
    "ritual",
    [
        "SELECT * FROM activity WHERE id = :id AND :office_id >= 0",
        "SELECT * FROM activity WHERE id = :id ORDER BY starts_at, :office_id",
        "SELECT * FROM activity WHERE id = :id OR office_id = :office_id",
        "SELECT * FROM activity WHERE id = :id AND (:x IS NULL OR office_id = :office_id)",
        "SELECT a.* FROM activity a LEFT JOIN unit ON unit.office_id = :office_id",
        "SELECT * FROM activity WHERE EXISTS (SELECT 1 FROM office WHERE id = :office_id)",
        "SELECT * FROM unit WHERE id NOT IN (SELECT id FROM unit WHERE office_id = :office_id)",
        "SELECT 1 FROM unit WHERE office_id = :office_id UNION SELECT 1 FROM activity",
        "UPDATE person SET office_id = :office_id WHERE id = :id",
        "DELETE FROM card WHERE person_id = :person_id",
        "INSERT INTO turnout_part (turnout_id, number) VALUES (:id, :office_id)",
    ],
)
def test_a_ritual_is_no_bound(ritual: str) -> None:
    assert not is_bound(ritual)


# where people are named

NAMES_PEOPLE = re.compile(
    r"(.*_)?(subject|who|by|behalf|reviewer|guardian|telegram_id|chat_id|sender|signer|name|chat)"
    r"|.*_id"
)
"""Columns that may bear a person's name, random id or account; a foreign key says whose it is."""
NOBODYS = {
    "what a thing, a place or a body is called": (
        *("setting.name", "office.name", "unit.name", "organisation.name", "locality.name"),
        *("calendar_day.name", "point.name", "pattern.name", "lookup.name", "register.name"),
        *("checking.name", "attachment.name", "office_days.name", "office_hour.name"),
    ),
    "a number of Telegram's: a bot, a message, a file": (
        *("inbox.bot_id", "inbox.update_id", "letter.message_id", "card.message_id"),
        *("consent.message_id", "expiring_message.message_id", "visit_shown.message_id"),
        *("point_photo.file_id", "point_photo.unique_id"),
        *("attachment.file_id", "attachment.unique_id"),
    ),
    "another row of ours, which is no person": (
        *("letter.office_id", "letter.undo_id", "expectation.office_id", "journal.office_id"),
        *("job_run.office_id", "matter_words.row_id"),
    ),
}
"""Called like one that names a person, and why it names none."""


def columns_that_name_people(connection: sqlite3.Connection) -> Iterator[str]:
    no = {column for columns in NOBODYS.values() for column in columns}
    for table in tables(connection):
        keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        points = {key["from"] for key in keys}
        yield from (f"{table}.{key['from']}" for key in keys if key["table"] == "person")
        for column in connection.execute(f"PRAGMA table_info({table})"):
            numbered = column["type"] == "INTEGER" and column["name"] in ("subject", "who")
            named, where = column["name"], f"{table}.{column['name']}"
            if (
                NAMES_PEOPLE.fullmatch(named)
                and not numbered
                and not {named, where} & (points | no)
            ):
                yield where


def test_every_column_that_names_a_person_says_what_becomes_of_it() -> None:
    said = [c for one in declared().values() for c in (*one.counted, *one.erased, *one.stays)]
    assert sorted(said) == sorted(set(said)), "each is said once"
    gone = [re.search(r"DELETE FROM (\w+)", sql) for sql in (*counting(), *erasing())]
    rows_go = {found[1] for found in gone if found}
    found = set(columns_that_name_people(fresh()))
    assert {c for c in found - set(said) if c.partition(".")[0] not in rows_go} == set()
    assert set(said) - found == {"person.id"}


async def test_no_other_column_bears_somebodys_id(tmp_path: Path) -> None:
    """In a whole office, where each table has rows, the ids stand only where it is said."""
    async with Database.open(tmp_path / "sample.db") as database:
        await database.write(lambda c: load_sample(c, date(2026, 11, 19)))
        stray = await database.read(lambda c: list(_strays(c)))
    assert stray == []


def _strays(connection: sqlite3.Connection) -> Iterator[str]:
    ids = {row[0] for row in connection.execute("SELECT subject FROM person")}
    ids |= {row[0] for row in connection.execute("SELECT telegram_id FROM person")} - {None}
    named = set(columns_that_name_people(connection))
    for table in tables(connection):
        rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
        for column in rows[0].keys() if rows else ():
            if f"{table}.{column}" not in named and {row[column] for row in rows} & ids:
                yield f"{table}.{column}"


def test_nobody_points_to_what_is_erased_before_the_person() -> None:
    connection = fresh()
    pointed = {
        key["table"]
        for table in tables(connection)
        for key in connection.execute(f"PRAGMA foreign_key_list({table})")
    }
    gone = [re.search(r"DELETE FROM (\w+)", sql) for sql in (*counting(), *erasing())]
    first = [found[1] for found in gone if found]
    assert first[-1] == "person"
    assert set(first[:-1]) & pointed == set()


# hours and limits


HOURS = {
    "domain/hours.py": "all of them",
    "domain/office_hours.py": "those that an office sets",
    "domain/kinds.py": "when a day of a kind usually begins, where its plan does not say",
    "domain/backups.py": "of the machine: no office's",
}
"""Where an hour of the clock stands as numbers, and why; the sample's are invented."""
WAITS = "actions/reception"
"""The pauses of the post are nobody's hours."""


NAMED_ONCE = (ast.Assign, ast.AnnAssign)


def clocked() -> Iterator[tuple[str, ast.AST, bool]]:
    """Each node of the floors that know hours, and whether it is a named value."""
    for file, tree in sources("actions", "storage", "schedules", "handlers", "domain"):
        name = str(file.relative_to(HOUSE))
        if name not in HOURS and not name.startswith("actions/sample"):
            parts: list[ast.Module | ast.ClassDef] = [
                tree,
                *(part for part in tree.body if isinstance(part, ast.ClassDef)),
            ]
            named = [n for part in parts for n in part.body if isinstance(n, NAMED_ONCE)]
            on_top = {id(one) for assigned in named for one in ast.walk(assigned)}
            for node in nodes(tree):
                yield f"{name}:{getattr(node, 'lineno', 0)}", node, id(node) in on_top


def test_an_hour_is_written_in_one_place() -> None:
    """`time(7, 30)`, `now.replace(hour=9)`, `{"hour": "7"}`, `work.here.hour >= 9`, `"09:00"`: an
    hour has a name there; a midnight is an office's own, by `day_begins` or `at`."""
    again = [place for place, node, _ in clocked() if is_an_hour(node)]
    assert not again, "name it in domain/hours.py:\n" + "\n".join(again)


def test_a_span_of_time_has_a_name() -> None:
    """`timedelta(hours=3)`: in `domain/`, on top of its file."""
    found = [
        place
        for place, node, on_top in clocked()
        if is_a_span(node) and not (on_top and place.startswith("domain"))
    ]
    assert [place for place in found if not place.startswith(WAITS)] == []


@pytest.mark.parametrize(
    "written",
    [
        "time(7, 30)",
        "time(7)",
        "datetime.time(7, 30)",
        "time(hour=7, minute=30)",
        "now.replace(hour=7, minute=30)",
        "datetime(2026, 11, 23, 7, 30)",
        "at(16)",
        "every(30)",
        "here.hour >= 9",
        '{"hour": "7", "minute": 30}',
        'clock == "07:30"',
        "NUDGE_HOUR, NUDGE_MINUTE = 7, 30",
    ],
)
def test_an_hour_is_known_however_it_is_written(written: str) -> None:
    assert any(map(is_an_hour, ast.walk(ast.parse(written))))


@pytest.mark.parametrize("written", ["timedelta(hours=3)", "dt.timedelta(0, 27000)"])
def test_so_is_a_span(written: str) -> None:
    assert any(map(is_a_span, ast.walk(ast.parse(written))))


@pytest.mark.parametrize("written", ["time()", "at(MORNING)", "timedelta(days=1)", '"7:30 tối"'])
def test_a_midnight_and_a_name_are_none(written: str) -> None:
    found = list(ast.walk(ast.parse(written)))
    assert not any(map(is_an_hour, found))
    assert not any(map(is_a_span, found))


CLOCKS = {"time": 0, "at": 0, "every": 0, "datetime": 3}
"""What makes a moment of the day, and from which argument on that stands there."""


def is_an_hour(node: ast.AST) -> bool:
    if isinstance(node, ast.Call) and (name := called(node)) in CLOCKS:
        return any(isinstance(number, ast.Constant) for number in node.args[CLOCKS[name] :])
    if isinstance(node, ast.Compare):
        return mentions(node, {"hour", "minute", "weekday"}) and bool(numbers_in(node))
    if isinstance(node, ast.keyword):
        return node.arg in ("hour", "minute") and isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Dict):
        pairs = zip(node.keys, node.values, strict=True)
        given = {getattr(key, "value", None): value for key, value in pairs}
        return any(isinstance(given.get(unit), ast.Constant) for unit in ("hour", "minute"))
    if isinstance(node, ast.Assign):
        values = getattr(node.value, "elts", [node.value])
        plain = all(isinstance(value, ast.Constant) for value in values) and numbers_in(node.value)
        return bool(
            plain and re.search(r"(?i)(hour|minute|clock)\b", ast.unparse(node.targets[0]))
        )
    text = node.value if isinstance(node, ast.Constant) else None
    return isinstance(text, str) and bool(re.fullmatch(r"\d?\d[:hg]\d\d(:\d\d)?", text))


def is_a_span(node: ast.AST) -> bool:
    """Of hours or minutes: days are counted in many places, seconds are the machine's."""
    if not isinstance(node, ast.Call) or called(node) != "timedelta":
        return False
    given = [one.value for one in node.keywords if one.arg in ("hours", "minutes")]
    return any(isinstance(number, ast.Constant) for number in [*node.args[1:], *given])


def called(call: ast.Call) -> str:
    """`time` of `time(7)` and of `datetime.time(7)`."""
    func = call.func
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def numbers_in(node: ast.AST) -> list[int]:
    values = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]
    return [value for value in values if type(value) is int and value]


def test_every_job_is_woken_at_an_hour_of_the_domain() -> None:
    known = [clock for value in vars(hours).values() for clock in clocks_in(value)]
    clocks = {(clock.hour, clock.minute) for clock in known}
    for job in jobs():
        minute = str(job.hours["minute"])
        if not minute.startswith("*/"):
            told = {(int(hour), int(minute)) for hour in str(job.hours["hour"]).split(",")}
            assert told <= clocks, job.name


def test_a_monthly_job_claims_its_month_and_that_last() -> None:
    """Its deed asks `month_over`: else it is told again as soon as its letters are gone. What may
    still say «not today» is asked before: else the month is claimed, and never told."""
    asked = {
        job.name: [list(named_in(deed.run.__code__)) for deed in deeds_of(job)] for job in jobs()
    }
    monthly = {
        job.name: asked[job.name][0]
        for job in jobs()
        if job.hours.get("day", "*") != "*"
        or any("month_due" in one for one in asked[job.name])
        or "month_over" in asked[job.name][0]
    }
    assert len(monthly) > 1
    assert [name for name, names in monthly.items() if "month_over" not in names] == []
    late = [
        name
        for name, names in monthly.items()
        if {"here", "month_due", "is_working_day"} & set(names[names.index("month_over") :])
    ]
    assert late == [], "before `month_over`: the hour, `month_due`, the working day"


def deeds_of(job: Job) -> Sequence[Action[..., Any]]:
    """What it does, and what it looks at before."""
    return [job.deed, job.looks] if job.looks else [job.deed]


def clocks_in(value: object) -> Iterator[time]:
    if isinstance(value, time):
        yield value
    elif isinstance(value, tuple | Mapping):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from clocks_in(part)


# words, kinds and commands

MARKED = re.compile(r"\w*[À-ÖØ-öø-ýĂăĐđĨĩŨũƠơƯưẠ-ỹ]\w*")
SHORTENS = {"answers", "figures", "days", "certainty", "names", "unmarked"}
"""Lists of cues, each with short forms of its own."""
SPEAK_NO_WORDS = ("handlers", "actions", "domain", "storage", "schedules")
NAMES = {"domain/people.py": "what an office calls its sections, cut off their names"}
"""Vietnamese that is neither said nor read, and why it stands in code."""
READ_ON = {"length_km", "length_m", "area_m2", "money", "other"}
"""Units whose measure the words around them tell."""


@cache
def strings(*floors: str) -> Sequence[tuple[str, int, str]]:
    """Every plain text of the code but the docstrings: its file, its line, itself."""
    found = []
    for file, tree in sources(*floors):
        name = file.relative_to(HOUSE).as_posix()
        alone = {id(node.value) for node in nodes(tree) if isinstance(node, ast.Expr)}
        found += [
            (name, node.lineno, node.value)
            for node in nodes(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            if id(node) not in alone
        ]
    return found


def test_what_is_said_stands_in_texts() -> None:
    said = [
        f"{file}:{line} {text!r}"
        for file, line, text in strings()
        if file.startswith(SPEAK_NO_WORDS) and file not in NAMES
        if any(len(word) > 1 for word in MARKED.findall(text))
    ]
    assert said == []


LOOKS_VIETNAMESE = {
    "ban", "cho", "doing", "decline", "extend", "hung", "lat", "lon", "menu", "midweek", "mon",
    "nhom", "partly", "sat", "sum", "via", "video",
}  # fmt: skip
"""Codes: forms of address, states, commands, what answers want, weekdays, parts of a place."""
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|kh|gh|gi|ph|th|tr|ch|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)


def words_said(locale: str) -> frozenset[str]:
    """Without marks, but for what is quoted or given as an example: that is typed."""
    typed = r"\{[^}]*\}|</?\w+>|«[^»]*»|“[^”]*”|(?is:(?:for example|such as:|ví dụ).*)"
    texts = (text for key, text in load(locale).items() if ".example" not in key)
    said = (re.sub(typed, " ", text) for text in texts)
    return frozenset(fold(word) for text in said for word in re.findall(r"[^\W\d_]+", text))


def test_nothing_is_said_without_marks_outside_texts() -> None:
    """`{"state": "xong"}`, `{"why": "chua ro"}`: Vietnamese in letters that English has too."""
    listed = (word for name in (*BOOKS, "intents") for word in words_of(book(name)))
    ours = words_said("vi") | {fold(word) for word in listed}
    codes = {*words_said("en"), *routes().commands, *intents(), *LOOKS_VIETNAMESE}

    def is_ours(text: str) -> bool:
        words = fold(text).replace(",", " ").split()
        alone = len(words) == 1
        return len(text) > 2 and all(
            w in ours or (not alone and SYLLABLE.fullmatch(w)) for w in words
        )

    said = [
        f"{file}:{line} {text!r}"
        for file, line, text in strings()
        if file.startswith(SPEAK_NO_WORDS) and "sample" not in file and file not in NAMES
        if is_said(text) and is_ours(text) and not set(fold(text).split()) <= codes
    ]
    assert said == [], "or an English word of [alone], [hours] in intents.toml is a code of ours"


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
        ("duty", Duty),
    ],
)
def test_what_is_called_by_its_code_has_a_text(
    locale: str, key: str, values: Iterable[str]
) -> None:
    said = load(locale)
    assert [f"{key}.{code}" for code in values if not said.get(f"{key}.{code}")] == []


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize("key", ["kind", "kind_name"])
def test_no_two_kinds_are_called_alike(locale: str, key: str) -> None:
    said = load(locale)
    assert twice(said[f"{key}.{code}"].casefold() for code in KINDS) == []


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_a_kind_fits_the_button_it_is_chosen_by(locale: str) -> None:
    assert [code for code in KINDS if len(load(locale)[f"kind.{code}"]) > LABEL_LETTERS] == []


def test_a_kind_asks_for_measures_that_stand() -> None:
    asked = {(kind.code, code) for kind in KINDS.values() for code, _ in kind.asks}
    assert {(kind, code) for kind, code in asked if code not in MEASURES} == set()


TAKEN = {"NV", "CB", "TN", "VP"}
"""Work, people of the office, volunteers, its sections."""


def test_a_kind_has_a_prefix_of_its_own() -> None:
    """No other kind's, and none of another code: `NV-2026-0001`, `CB-…`, `TN-…`, `VP1`."""
    others = {
        text.rstrip("-")
        for file, _, text in strings()
        if re.fullmatch(r"[A-Z]{2}-?", text) and file != "domain/kinds.py"
    }
    assert others >= TAKEN
    prefixes = [kind.prefix for kind in kinds.ROWS]
    assert twice(kind.code for kind in kinds.ROWS) == [], "a code that another kind has"
    assert twice(prefixes) == [], "a prefix that another kind has"
    assert others & set(prefixes) == set(), "the first letters of a code that stands"
    assert [prefix for prefix in prefixes if not re.fullmatch("[A-Z][A-Z0-9]", prefix)] == []


def twice(found: Iterable[str]) -> list[str]:
    return [one for one, times in Counter(found).items() if times > 1]


def test_a_kind_has_words_by_which_it_is_planned() -> None:
    """A kind of a weekday is known by its day, «other» by being none."""
    planned = tomllib.loads((HOUSE / "language" / "planned.toml").read_text("utf-8"))
    by_day = {kind.code for kind in kinds.ROWS if kind.weekday is not None}
    assert set(planned["kinds"]) == set(KINDS) - by_day - {"other"}
    begins = planned["deeds"]["any"] + planned["classes"]["opens"]
    told = [word for words in planned["kinds"].values() for word in words]
    lost = [word for word in told if word not in begins]
    assert lost == [], "no line that is planned begins so: add it to `[deeds]`"
    assert twice(map(fold, told)) == [], "it stands under two codes of `[kinds]`: of which is it?"


def prefixes() -> dict[str, list[str]]:
    """The first letters of every code, and whose they are."""
    engines = {"kinds": kinds, "matter_kinds": matter_kinds, "checklist_kinds": checklist_kinds}
    engines["registers"] = registers
    found = {prefix: ["people, sections, work"] for prefix in TAKEN}
    found[visits.PREFIX] = ["domain/visits.py"]
    for name, module in engines.items():
        for row in module.ROWS:
            found.setdefault(row.prefix, []).append(f"{row.code!r} of domain/{name}.py")
    return {prefix: of for prefix, of in found.items() if prefix}


def test_no_two_codes_begin_alike() -> None:
    """Of whatever engine: «nv1 xong» is of work, and of no matter."""
    assert {prefix: of for prefix, of in prefixes().items() if len(of) > 1} == {}


ALSO_WORDS = {
    "T7": "Saturday, which the day out is called by",
    "CN": "Sunday, the same",
    "HD": "«hoạt động», the thing itself; «hướng dẫn»",
    "TH": "«thực hiện»",
    "CD": "«công đoàn»",
    "HV": "«hội viên»",
    "TK": "thanks",
}
"""Those that people also write as a word, from before this rule: a new one takes other letters."""


def test_no_prefix_is_a_word_that_people_shorten_so() -> None:
    """«ds 3», «ts 20»: a list, a total, and no code."""
    read = [
        fold(line)
        for name in ("figures", "answers")
        for words in lines_of(tomllib.loads((HOUSE / f"language/{name}.toml").read_text("utf-8")))
        for line in words
    ]
    typed = {p: of for p, of in prefixes().items() if p.lower() in read and p not in TAKEN}
    assert {prefix: of for prefix, of in typed.items() if prefix not in ALSO_WORDS} == {}
    assert set(ALSO_WORDS) - set(typed) == set(), "no such word or prefix any more"


def test_a_measure_is_known_by_the_same_code_everywhere() -> None:
    """To the catalogue, to what reads a line, and to what says it back."""
    figures = tomllib.loads(next((HOUSE / "language").rglob("figures.toml")).read_text("utf-8"))
    counted = (figures["units"], figures["for_whom"], figures["labels"])
    read = {code.partition("*")[0] for units in counted for code in units}
    assert len({row.code for row in measures.ROWS}) == len(measures.ROWS)
    assert set(MEASURES) == set(figures["said"])
    assert read - set(MEASURES) == READ_ON


def helped(locale: str) -> set[str]:
    """The commands that a role's help names, or the office's page its admin's."""
    helps = (f"help.{menu or 'stranger'}" for menu in MENUS)
    pages = (load(locale)[key] for key in (*helps, "office.admin"))
    return {name for page in pages for name in re.findall(r"(?<![<\w])/([a-z]+)", page)}


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_every_command_can_be_found(locale: str) -> None:
    """In a menu of commands, in a help, or as a key of a keyboard that does the same."""
    commands, labels = {**routes().commands, **routes().groups}, routes().labels
    shown = {name for names in COMMANDS.values() for name in names} | helped(locale)
    found = {labels[name] for names in MENUS.values() for name in names}
    found |= {handler for name, handler in commands.items() if name in shown}
    hidden = [name for name, handler in commands.items() if handler not in found]
    assert hidden == [], "add it to `COMMANDS` of domain/menus.py, or to the help of who may"
    assert shown - set(commands) == set()


def test_the_container_has_every_floor() -> None:
    """A folder that is forgotten there is missed only on somebody's server."""
    lines = (HOUSE / "deploy" / "Containerfile").read_text("utf-8").splitlines()
    copied = {line.split()[1] for line in lines if line.startswith("COPY ")}
    floors = {place.parent.name for place in HOUSE.glob("*/__init__.py")}
    assert copied == floors - {"benchmarks", "sandbox", "tests"} | {"requirements.txt"}


@pytest.mark.parametrize("file", ["Containerfile", "viec-chung", "viec-chung.service"])
def test_the_example_of_settings_takes_no_place_from_the_service(file: str) -> None:
    """What a file of settings names wins over a unit and an image, also where it is empty."""
    example = (HOUSE / ".env.example").read_text("utf-8")
    placed = re.findall(r"\b([A-Z_]+)=/", (HOUSE / "deploy" / file).read_text("utf-8"))
    assert {"DATABASE_PATH", "BACKUP_FOLDER"} <= set(placed)
    assert not [name for name in placed if re.search(rf"^{name}=", example, re.MULTILINE)]


def test_decisions_are_numbered_one_by_one() -> None:
    files = sorted((HOUSE / "docs" / "decisions").glob("*.md"))
    numbers = [int(file.name[:4]) for file in files]
    titles = [file.read_text("utf-8").splitlines()[0] for file in files]
    assert numbers == list(range(1, len(files) + 1))
    assert [t for t, n in zip(titles, numbers, strict=True) if not t.startswith(f"# {n}. ")] == []
