"""Reads a statement: whether it reaches only rows of the office that `:office_id` names.

Bound is what filters: a comparison of a row's own office in WHERE or an inner JOIN, a key that
comes from a bound subquery, a bound subquery that begins at the row itself, an INSERT that writes
the office. `:office_id >= 0`, an ORDER BY or a comparison behind an OR is none. One bound table
binds those that are joined to it by a key; `strays` names those that are not. What a subquery in
a SELECT counts is not looked at.
"""

import re
from collections.abc import Iterator
from types import CodeType

Tokens = list["str | Tokens"]
TOKEN = re.compile(r"--[^\n]*|'(?:[^']|'')*'|[:\w.\"]+|<>|<=|>=|\|\||.", re.DOTALL)
CLAUSES = (
    *("SELECT", "FROM", "JOIN", "ON", "USING", "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT"),
    *("INSERT", "VALUES", "UPDATE", "SET", "DELETE", "RETURNING", "WITH"),
)
OFFICE = re.compile(r"(\w+\.)?office_id")
KEY = re.compile(r"(?:(\w+)\.)?(?:id|\w+_id|code|subject|kind)")
NO_ROWS_OF_OURS = ("json_each",)


def is_bound(sql: str) -> bool:
    return _bound(_read(sql), frozenset())


def _read(sql: str) -> Tokens:
    words = [t for t in TOKEN.findall(sql) if not t.isspace() and not t.startswith("--")]
    return _nested(iter(words))


def strays(sql: str) -> list[str]:
    """The tables that stand beside another and are joined to nothing by a key: each of their rows
    meets every row, whosever it is."""
    return list(_strays(_read(sql)))


def _strays(tokens: Tokens) -> Iterator[str]:
    for token in tokens:
        if isinstance(token, list):
            yield from _strays(token)
    for part in _split(tokens, "UNION"):
        clauses = list(_clauses(part, filters=False))
        named = [t for name, body in clauses if name in ("FROM", "JOIN") for t in _named(body)]
        terms = [
            t for name, body in clauses if name in ("ON", "WHERE") for t in _split(body, "AND")
        ]
        using = any(name == "USING" for name, _ in clauses)
        yield from (one for one in named[1:] if not (using or any(_ties(t, one) for t in terms)))


def _named(body: Tokens) -> Iterator[str]:
    """What each table is called there: `assignment a`, `assignment`."""
    for one in _split(body, ","):
        words = [w for w in one if w not in ("LEFT", "INNER", "CROSS", "AS")]
        if words and isinstance(words[0], str) and words[0] not in NO_ROWS_OF_OURS:
            last = words[1] if len(words) > 1 else words[0]
            yield last if isinstance(last, str) else words[0]


def _ties(term: Tokens, called: str) -> bool:
    """`a.lead_id = s.person_id`, `a.id IN (…)`: a key of it equals something."""
    flat = [token for token in term if token != "+"]
    sides = [*flat[:1], *flat[2:3]] if flat[1:2] in (["="], ["IN"]) else []
    keys = [KEY.fullmatch(side) for side in sides if isinstance(side, str)]
    return any(key and key[1] in (None, called) for key in keys)


def _nested(words: Iterator[str]) -> Tokens:
    """Brackets become lists."""
    found: Tokens = []
    for word in words:
        if word == ")":
            break
        found.append(_nested(words) if word == "(" else word)
    return found


def _bound(tokens: Tokens, known: frozenset[str]) -> bool:
    """Every part of a UNION for itself; a table made by a bound WITH is bound."""
    clauses = list(_clauses(tokens))
    for name, body in clauses:
        if name == "WITH":
            names = (body[i - 2] for i, t in enumerate(body) if isinstance(t, list))
            parts = (t for t in body if isinstance(t, list))
            pairs = zip(names, parts, strict=True)
            known |= {str(name) for name, part in pairs if _bound(part, known)}
    return all(_part(part, known) for part in _split(tokens, "UNION"))


def _part(tokens: Tokens, known: frozenset[str]) -> bool:
    clauses = list(_clauses(tokens))
    written = next((body for name, body in clauses if name == "INSERT"), None)
    if written is not None and _writes_office(written, clauses):
        return True
    tables = [body[0] for name, body in clauses if name in ("FROM", "JOIN", "UPDATE") and body]
    if any(_is_bound_table(table, known) for table in tables):
        return True
    office = "office" in tables[:1]
    filters = (body for name, body in clauses if name in ("WHERE", "ON"))
    return any(_binds(term, known, office) for body in filters for term in _terms(body))


def _clauses(tokens: Tokens, *, filters: bool = True) -> Iterator[tuple[str, Tokens]]:
    """Each clause and what stands in it; what a LEFT JOIN compares filters nothing, but says whose
    rows it brings."""
    name, body, outer = "", list[str | Tokens](), False
    for token in tokens:
        if isinstance(token, str) and token in CLAUSES:
            yield name, body
            outer = body[-1:] == ["LEFT"] if token == "JOIN" else outer
            name, body = ("" if filters and outer and token == "ON" else token), []
        else:
            body.append(token)
    yield name, body


def _split(tokens: Tokens, at: str) -> Iterator[Tokens]:
    part: Tokens = []
    for token in tokens:
        if token == at:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _terms(body: Tokens) -> Iterator[Tokens]:
    """What must hold; behind an OR nothing must."""
    if "OR" not in body:
        yield from _split(body, "AND")


def _binds(term: Tokens, known: frozenset[str], office: bool) -> bool:
    match [token for token in term if token != "+"]:
        case [str(column), "=", ":office_id"] | [":office_id", "=", str(column)]:
            own = column in ("id", "office.id") and office
            return own or OFFICE.fullmatch(column) is not None
        case [str(), "IN" | "=", list(inner)]:
            return _bound(inner, known)
        case ["EXISTS", list(inner)]:
            return _bound(inner, known) and _looks_outward(inner)
    return False


def _looks_outward(inner: Tokens) -> bool:
    """The subquery begins at the row it is asked for: `p.id = point_id`."""
    wheres = (body for name, body in _clauses(inner) if name == "WHERE")
    return any(_is_own_row(term) for body in wheres for term in _terms(body))


def _is_own_row(term: Tokens) -> bool:
    match term:
        case [str(key), "=", str(column)]:
            return key.endswith(".id") and re.fullmatch(r"[a-z]+_id", column) is not None
    return False


def _is_bound_table(table: "str | Tokens", known: frozenset[str]) -> bool:
    return _bound(table, known) if isinstance(table, list) else table in known


def _writes_office(written: Tokens, clauses: list[tuple[str, Tokens]]) -> bool:
    """The office stands where its column is."""
    columns = [token for token in written if isinstance(token, list)]
    names = [part[0] for part in _split(columns[0], ",")] if columns else []
    if "office_id" not in names:
        return False
    place = names.index("office_id")
    rows = [t for name, body in clauses if name == "VALUES" for t in body if isinstance(t, list)]
    rows = rows or [body for name, body in clauses if name == "SELECT"][:1]
    return all(list(_split(row, ","))[place] == [":office_id"] for row in rows)


def named_in(code: CodeType) -> Iterator[str]:
    """The names that a function and all that is inside it use."""
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from named_in(inner)
