"""Sealed facts, under a key that lies in a file outside the database and its backups."""

import base64
import binascii
import json
import os
import secrets
import sqlite3
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from domain.refusals import Refusal
from domain.seals import Sealed
from domain.visits import Species, TeamRole
from storage.offices import set_setting, setting
from storage.table import Table

PUT = """
INSERT INTO sealed (office_id, id, box) VALUES (:office_id, :id, :box)
ON CONFLICT (office_id, id) DO UPDATE SET box = excluded.box
"""
GET = "SELECT box FROM sealed WHERE office_id = :office_id AND id = :id"
ALL = "SELECT id, box FROM sealed WHERE office_id = :office_id ORDER BY id"
DROP = "DELETE FROM sealed WHERE office_id = :office_id AND id = :id"
ANY = "SELECT 1 FROM sealed LIMIT 1"
KEY_AT = "seal_key"
KEY_BYTES, NONCE_BYTES, ID_BYTES, BLOCK = 32, 12, 8, 1024
MARK = "sealed:"


def make_key(connection: sqlite3.Connection, path: Path) -> None:
    """A new key in a file of its own, readable by its owner alone; never over another one."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES))
    set_setting(connection, KEY_AT, str(path.resolve()))


def fault_of_key(connection: sqlite3.Connection) -> str:
    """What keeps sealed facts from being read; nothing where all is well, or nobody seals."""
    at = setting(connection, KEY_AT)
    if at is None and connection.execute(ANY).fetchone() is None:
        return ""
    try:
        _cipher(connection)
    except Refusal as refusal:
        return refusal.code
    return ""


class _Box:
    """Authenticated encryption with a name that belongs to it."""

    def __init__(self, cipher: Any) -> None:
        self._cipher = cipher

    def lock(self, text: str, name: str) -> bytes:
        """Filled up, so that its length tells nothing."""
        nonce, plain = secrets.token_bytes(NONCE_BYTES), text.encode()
        filled = plain + b" " * (-len(plain) % BLOCK)
        return nonce + bytes(self._cipher.encrypt(nonce, filled, name.encode()))

    def unlock(self, box: bytes, name: str) -> str:
        nonce, closed = box[:NONCE_BYTES], box[NONCE_BYTES:]
        try:
            return bytes(self._cipher.decrypt(nonce, closed, name.encode())).decode().rstrip(" ")
        except _invalid():
            raise Refusal("seal_broken") from None


def _invalid() -> type[Exception]:
    from cryptography.exceptions import InvalidTag

    return InvalidTag


def _cipher(connection: sqlite3.Connection) -> _Box:
    """The library is an extra, the key a file: without either nothing is sealed or read."""
    try:
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    except ImportError:
        raise Refusal("seal_extra") from None
    at = setting(connection, KEY_AT)
    try:
        key = Path(at).read_bytes() if at else b""
    except OSError:
        key = b""
    if len(key) != KEY_BYTES:
        raise Refusal("seal_key")
    return _Box(ChaCha20Poly1305(key))


class SealedVisits(Table):
    """Each under a random id; who may read one stands inside it."""

    def ready(self) -> None:
        """Refuses where nothing can be sealed."""
        _cipher(self._connection)

    def put(self, sealed: Sealed, seal_id: str = "") -> str:
        """Seal it; returns its id."""
        given = seal_id or secrets.token_hex(ID_BYTES)
        text = json.dumps(asdict(sealed), default=str, ensure_ascii=False)
        self._run(PUT, id=given, box=_cipher(self._connection).lock(text, self._name(given)))
        return given

    def get(self, seal_id: str) -> Sealed:
        """One by its id; there is none where there is none."""
        row = self._one(GET, id=seal_id)
        return _sealed(_cipher(self._connection).unlock(row["box"], self._name(seal_id)))

    def all(self) -> dict[str, Sealed]:
        return {row["id"]: self.get(row["id"]) for row in self._all(ALL)}

    def drop(self, seal_id: str) -> None:
        self._run(DROP, id=seal_id)

    def _name(self, seal_id: str) -> str:
        return f"{self._office_id}:{seal_id}"


def _sealed(text: str) -> Sealed:
    facts: dict[str, Any] = json.loads(text)
    days = {name: _day(facts[name]) for name in ("first", "last")}
    team = tuple((person, TeamRole(part)) for person, part in facts.get("team", ()))
    starts = facts.get("starts")
    read = {"team": team, "starts": datetime.fromisoformat(starts) if starts else None}
    return Sealed(**{**facts, **days, **read, "species": Species(facts["species"])})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def put_away(connection: sqlite3.Connection, body: str, name: str) -> str:
    """An update as it came, sealed; nothing where it cannot be."""
    try:
        return MARK + base64.b64encode(_cipher(connection).lock(body, name)).decode()
    except Refusal:
        return ""


def taken_out(connection: sqlite3.Connection, body: str, name: str) -> str:
    """What was put away sealed, as it came."""
    if not body.startswith(MARK):
        return body
    try:
        box = base64.b64decode(body.removeprefix(MARK))
        return _cipher(connection).unlock(box, name)
    except (Refusal, binascii.Error):
        return "{}"
