"""One file, one writer, many readers. The only place where a transaction begins or ends."""

import asyncio
import contextlib
import fcntl
import logging
import os
import sqlite3
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import aiosqlite

log = logging.getLogger(__name__)
P = ParamSpec("P")
R = TypeVar("R")
Connection = sqlite3.Connection
"""What a deed is given, through its `Work`."""
Job = Callable[[Connection], R]
Asked = Callable[Concatenate[Connection, P], R]
"""A job, and what it is asked with."""
MIGRATIONS = resources.files("storage") / "migrations"
READERS = 2
GROUP = 64
"""At most so many waiting deeds share one commit."""
CACHE_KB = 8_000
"""A connection keeps so much of the file in memory."""
AGAIN_SECONDS = 0.5
"""So soon a file is tried again that took nothing."""
LAST_SECONDS = 2.0
"""At the end so long is waited for what still stands in the line."""
_PASSING = frozenset(
    (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
    )
)
"""What a file suffers from outside; what is wrong with a statement is none of it."""
RIDE_SECONDS = 0.02
"""So long a job that nobody waits for looks for company."""
SHORTENED = 68
"""The migration after which every row is shorter."""
SAMPLE = 400
"""So many rows of an index tell the planner enough about it."""


class NewerDatabase(RuntimeError):
    """The file was written by a later version of this program."""


class NotOurs(RuntimeError):
    """The file is no database of this program."""


class Misnumbered(RuntimeError):
    """A migration's number is missing, or borne by two: one of them would never run."""


class Troubled(RuntimeError):
    """The file can just now not be read: locked, out of reach, or its disk fails."""


class _Undone(sqlite3.OperationalError):
    """SQLite took the whole group back by itself, as it does when the disk is full."""

    sqlite_errorcode = sqlite3.SQLITE_FULL


class DatabaseInUse(RuntimeError):
    """Another process of ours holds the file."""


class Hop(aiosqlite.Connection):
    """Runs a whole job on the connection's own thread, in one hop."""

    async def run(self, job: Job[R]) -> R:
        done: R = await self._execute(job, self._conn)  # type: ignore[no-untyped-call]
        return done


def _connect(path: Path, *pragmas: str, readonly: bool = False) -> sqlite3.Connection:
    where = f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rwc'}"
    connection = sqlite3.connect(
        where, uri=True, isolation_level=None, check_same_thread=False, cached_statements=512
    )
    connection.row_factory = sqlite3.Row
    for pragma in ("busy_timeout=1000", f"cache_size=-{CACHE_KB}", *pragmas):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def connect_writer(path: Path, *, replicated: bool = False) -> sqlite3.Connection:
    """Open the file for writing, durable, with its schema brought up to date. Where Litestream
    copies it away, Litestream alone brings the log into the file."""
    own = ("wal_autocheckpoint=0",) if replicated else ()
    connection = _connect(
        path, "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", *own
    )
    path.chmod(0o600)
    was = version_of(connection)
    migrate(connection)
    if 0 < was < SHORTENED:
        _write_anew(connection)
    if 0 < was < version_of(connection):
        take_stock(connection)
    return connection


def connect_reader(path: Path) -> sqlite3.Connection:
    try:
        return _connect(path, "query_only=ON")
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        raise NotOurs("the file is no database") from None


@contextlib.contextmanager
def whole(connection: sqlite3.Connection, name: str = "deed") -> Iterator[None]:
    """Everything inside is kept, or nothing is."""
    connection.execute(f"SAVEPOINT {name}")
    try:
        yield
    except BaseException:
        connection.execute(f"ROLLBACK TO {name}")
        connection.execute(f"RELEASE {name}")
        raise
    connection.execute(f"RELEASE {name}")


def take_back(connection: Connection) -> None:
    """Undo what this job wrote so far; the job itself goes on."""
    connection.execute("ROLLBACK TO job")


def migrations(folder: Traversable = MIGRATIONS) -> list[tuple[str, str]]:
    """Every migration, in the order of its number: name and SQL."""
    return [(script.name, script.read_text("utf-8")) for script in _scripts(folder)]


def _scripts(folder: Traversable = MIGRATIONS) -> list[Traversable]:
    """Their files, of which mostly none need be read. A number is a position."""
    scripts = (script for script in folder.iterdir() if script.name.endswith(".sql"))
    found = sorted(scripts, key=lambda script: script.name)
    for position, script in enumerate(found, start=1):
        if not script.name.startswith(f"{position:04}_"):
            raise Misnumbered(f"{script.name} stands where number {position} is expected")
    return found


def version_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def require_known(connection: sqlite3.Connection) -> None:
    """Refuse a file that a later version of this program wrote, or another program."""
    try:
        known, version = len(_scripts()), version_of(connection)
    except sqlite3.DatabaseError:
        raise NotOurs("the file is no database") from None
    if version == 0:
        raise NotOurs("the file is empty")
    if version > known:
        raise NewerDatabase(f"schema {version}, this program knows up to {known}")


def migrate(connection: sqlite3.Connection, folder: Traversable = MIGRATIONS) -> None:
    """Bring the schema up to date, one transaction a migration; refuse a newer file, and a
    folder whose numbers do not count one by one."""
    known, version = _scripts(folder), version_of(connection)
    if version > len(known):
        raise NewerDatabase(f"schema {version}, this program knows up to {len(known)}")
    for number, script in enumerate(known[version:], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in _statements(script.read_text("utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={number}")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _statements(script: str) -> Iterator[str]:
    piece = ""
    for line in script.splitlines(keepends=True):
        piece += line
        if sqlite3.complete_statement(piece):
            yield piece
            piece = ""


@contextlib.contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Hold `<database>.lock` beside the real file, by whatever name it was called, so that no
    second process of ours writes."""
    handle = os.open(f"{path.resolve()}.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise DatabaseInUse(str(path)) from None
    try:
        yield
    finally:
        os.close(handle)


class Database:
    """Deeds wait in one line; the writer takes a group of them, each in its own savepoint,
    commits once, and answers after the commit."""

    def __init__(
        self, writer: Hop, readers: list[Hop], near: Connection, replicated: bool
    ) -> None:
        self._writer, self._readers, self._near = writer, readers, near
        self._replicated = replicated
        self._waiting: deque[tuple[Job[Any], asyncio.Future[Any]]] = deque()
        self._news = asyncio.Event()
        self._free: asyncio.Queue[Hop] = asyncio.Queue()
        self.troubled_since: float | None = None
        """Since when (monotonic seconds) the file takes nothing: what is to be written waits in
        its line, and nothing is answered before it stands."""
        for reader in readers:
            self._free.put_nowait(reader)

    @classmethod
    @contextlib.asynccontextmanager
    async def open(
        cls, path: str | Path, *, replicated: bool = False
    ) -> AsyncIterator["Database"]:
        """Open a file (made and migrated if needed) for this one process."""
        file = Path(path)
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with only_writer(file):
            writer = Hop(lambda: connect_writer(file, replicated=replicated), iter_chunk_size=64)
            async with writer, contextlib.AsyncExitStack() as stack:
                readers = [
                    Hop(lambda: connect_reader(file), iter_chunk_size=64) for _ in range(READERS)
                ]
                for reader in readers:
                    await stack.enter_async_context(reader)
                near = stack.enter_context(contextlib.closing(connect_reader(file)))
                database = cls(writer, readers, near, replicated)
                scribe = asyncio.create_task(database._write_groups(), name="writer")
                try:
                    yield database
                finally:
                    await database._last(take_stock)
                    scribe.cancel()
                    with contextlib.suppress(asyncio.CancelledError):
                        await scribe

    async def write(self, job: Asked[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a job whole or not at all; the answer comes after the commit."""
        return await asyncio.shield(self.submit(lambda c: job(c, *args, **kwargs)))

    def submit(self, job: Job[R]) -> "asyncio.Future[R]":
        """Put a job into the line; jobs are done in the order in which they were put."""
        future: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((job, future))
        self._news.set()
        return future

    def ride(self, job: Job[R]) -> "asyncio.Future[R]":
        """Put a small job into the line that nobody waits for: it goes with the next commit, or
        with its own a moment later. Only what may be done again without harm is put off so."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[R] = loop.create_future()
        future.add_done_callback(_note_failure)
        self._waiting.append((job, future))
        loop.call_later(RIDE_SECONDS, self._news.set)
        return future

    async def tidy(self) -> None:
        """Bring everything from the log into the file and cut the log to nothing, so that what
        was deleted is nowhere; a reader in the way only delays it. The planner looks anew.
        Litestream cuts the log itself, within a minute (deploy/litestream.yml)."""
        await self._writer.run(take_stock if self._replicated else _tidy)

    async def read(self, job: Asked[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a job on a reading connection, on one snapshot."""

        def look(connection: Connection) -> R:
            return job(connection, *args, **kwargs)

        reader = await self._free.get()
        try:
            return await reader.run(lambda connection: _snapshot(connection, look))
        finally:
            self._free.put_nowait(reader)

    def glance(self, job: Job[R]) -> R:
        """A few rows, found by their keys, at once: the hop to another thread would cost more
        than the look. Nothing that walks through a list may come here, for everybody waits."""
        return _snapshot(self._near, job)

    async def _last(self, job: Job[None]) -> None:
        """Wait for the line and do a last thing; a file in trouble keeps nobody from ending."""
        with contextlib.suppress(TimeoutError, sqlite3.Error):
            async with asyncio.timeout(LAST_SECONDS):
                await self.write(lambda _: None)
                await self._writer.run(job)

    async def _write_groups(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            while self._waiting:
                count = min(GROUP, len(self._waiting))
                group = [self._waiting.popleft() for _ in range(count)]
                await self._write_group(group)

    async def _until_written(self, jobs: list[Job[Any]]) -> list[tuple[Any, Exception | None]]:
        """A file that is locked, full or failing is tried until it takes what waits: nothing is
        said to be done or lost meanwhile."""
        while True:
            try:
                outcomes = await self._writer.run(lambda connection: _commit(connection, jobs))
            except sqlite3.Error as error:
                if not _is_passing(error):
                    return [(None, error)] * len(jobs)
                if self.troubled_since is None:
                    self.troubled_since = time.monotonic()
                    log.error("the database takes nothing: %s", _code_of(error))
                await asyncio.sleep(AGAIN_SECONDS)
            else:
                self.troubled_since = None
                return outcomes

    async def _write_group(self, group: list[tuple[Job[Any], asyncio.Future[Any]]]) -> None:
        outcomes = await self._until_written([job for job, _ in group])
        for (_, future), (result, error) in zip(group, outcomes, strict=True):
            if future.cancelled():
                continue
            if error is None:
                future.set_result(result)
            else:
                future.set_exception(error)


def _is_passing(error: sqlite3.Error) -> bool:
    """Whether the file may take the same tomorrow."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _PASSING


def _code_of(error: sqlite3.Error) -> str:
    return str(getattr(error, "sqlite_errorname", type(error).__name__))


def _note_failure(done: "asyncio.Future[Any]") -> None:
    if not done.cancelled() and (error := done.exception()):
        log.error("a job that rode along failed: %s", type(error).__name__)


def _write_anew(connection: sqlite3.Connection) -> None:
    """Give back what rows no longer need. Where there is no room for the file twice it keeps its
    length, and lacks nothing else."""
    try:
        connection.execute("VACUUM")
    except sqlite3.Error as error:
        log.warning("the file keeps its length: %s", _code_of(error))


def _tidy(connection: sqlite3.Connection) -> None:
    take_stock(connection)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def take_stock(connection: sqlite3.Connection) -> None:
    """Let the planner look again at what has grown, by a sample: a few milliseconds, however
    large the file is."""
    connection.execute(f"PRAGMA analysis_limit={SAMPLE}")
    connection.execute("ANALYZE")


def _snapshot(connection: sqlite3.Connection, job: Job[R]) -> R:
    try:
        connection.execute("BEGIN")
        try:
            return job(connection)
        finally:
            connection.execute("COMMIT")
    except sqlite3.Error as error:
        if _is_passing(error):
            raise Troubled(_code_of(error)) from None
        raise


def _commit(
    connection: sqlite3.Connection, jobs: list[Job[Any]]
) -> list[tuple[Any, Exception | None]]:
    connection.execute("BEGIN IMMEDIATE")
    outcomes: list[tuple[Any, Exception | None]] = []
    try:
        for job in jobs:
            outcomes.append(_attempt(connection, job))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return outcomes


def _attempt(connection: sqlite3.Connection, job: Job[Any]) -> tuple[Any, Exception | None]:
    try:
        with whole(connection, "job"):
            return job(connection), None
    except Exception as error:
        if not connection.in_transaction:
            raise _Undone("the group was taken back") from error
        if isinstance(error, sqlite3.Error) and _is_passing(error):
            raise
        return None, error
