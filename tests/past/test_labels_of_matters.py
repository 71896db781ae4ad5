"""What had a column of its own kind is a label now, and what was typed stands with the words."""

import contextlib
from pathlib import Path

import pytest

from storage.database import migrate, migrations, version_of
from tests.helpers.past import DUMPS, revive

LABELLED = 73
MATTERS = """
INSERT INTO matter (id, office_id, kind, number, code, state, raised_at, topic, basis, response,
                    elsewhere)
VALUES (901, 1, 'recommendation', 901, 'KN-901', 'answered', 1, '', 'Điều 5', 'partly', ''),
       (902, 1, 'recommendation', 902, 'KN-902', 'draft', 1, '', 'Điều 6', '', ''),
       (903, 1, 'opinion', 903, 'YK-903', 'new', 1, 'waste', '', '', 'MT 12');
INSERT INTO journal (id, office_id, at, who, event, kind, subject)
VALUES (90101, 1, 1, 'aa', 'raised', 'matter', 901), (90102, 1, 2, 'aa', 'basis', 'matter', 901),
       (90103, 1, 3, 'aa', 'basis', 'matter', 901), (90201, 1, 1, 'bb', 'raised', 'matter', 902),
       (90301, 1, 1, 'aa', 'raised', 'matter', 903),
       (90302, 1, 2, 'aa', 'elsewhere', 'matter', 903);
"""
SAID = """
SELECT j.subject, j.event, j.who, w.text FROM matter_words w JOIN journal j ON j.id = w.row_id
 WHERE w.matter_id > 900 ORDER BY j.subject
"""


@pytest.mark.parametrize("dump", DUMPS[-1:], ids=lambda dump: dump.stem)
def test_nothing_that_was_written_down_is_lost(dump: Path) -> None:
    with contextlib.closing(revive(dump)) as connection:
        for _, script in migrations()[version_of(connection) : LABELLED - 1]:
            connection.executescript(script)
        connection.execute(f"PRAGMA user_version = {LABELLED - 1}")
        connection.executescript(MATTERS)
        migrate(connection)
        labels = "SELECT * FROM matter_label WHERE matter_id > 900 ORDER BY 1"
        assert [tuple(row) for row in connection.execute(labels)] == [
            (901, "response", "partly"),
            (903, "topic", "waste"),
        ]
        assert [tuple(row) for row in connection.execute(SAID)] == [
            (901, "basis", "aa", "Điều 5"),
            (902, "basis", "bb", "Điều 6"),
            (903, "elsewhere", "aa", "MT 12"),
        ]
