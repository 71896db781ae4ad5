"""Leaders' words on reports, from before they were matters, are matters that are over."""

import sqlite3

from storage.database import migrate, migrations


def test_what_was_said_on_earlier_reports_becomes_matters() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    scripts = migrations()
    before = [name.partition("_")[2] for name, _ in scripts].index("remarks.sql")
    for _, script in scripts[:before]:
        connection.executescript(script)
    connection.execute(f"PRAGMA user_version = {before}")
    connection.execute(
        "INSERT INTO office (id, code, name, short, preset, zone, labels, valid_from)"
        " VALUES (1, 'UB', 'A', 'A', '', 'Asia/Ho_Chi_Minh', '{}', '2026-01-01')"
    )
    connection.executescript(
        """
        INSERT INTO digest (id, office_id, week, sends_at, state)
        VALUES (7, 1, '2026-W46', '2026-11-16T00:00:00+00:00', 'sent');
        INSERT INTO journal (office_id, at, who, event, kind, subject, text, facts)
        VALUES (1, '2026-11-16T01:00:00+00:00', 'x', 'digest.said', 'digest', 7, 'Sao chậm',
                '{"by": 5, "to": [6]}'),
               (1, '2026-11-16T02:00:00+00:00', 'y', 'digest.sent', 'digest', 7, NULL, NULL);
        """
    )
    migrate(connection)
    found = connection.execute(
        "SELECT code, state, about, raised_by, closed_at IS NOT NULL, text"
        " FROM matter JOIN matter_words ON matter_id = matter.id"
    ).fetchall()
    assert found == [("CD-001", "seen", "digest:7", None, 1, "Sao chậm")]
    moves = "SELECT datetime(at, 'unixepoch'), who, became FROM journal WHERE kind = 'matter'"
    assert connection.execute(moves).fetchall() == [("2026-11-16 01:00:00", "x", "seen")]
    assert connection.execute("SELECT count(*) FROM journal WHERE text <> ''").fetchone() == (0,)
