"""Papers that work came from, found again by their number."""

from datetime import date

from storage.table import Table

ADD = """
INSERT INTO paper (office_id, assignment_id, number, said, day)
VALUES (:office_id, :assignment_id, :number, :said, :day)
"""
NUMBERED = """
SELECT assignment_id FROM paper
 WHERE office_id = :office_id AND number = :number AND (:day IS NULL OR day = :day)
 ORDER BY id DESC LIMIT :most
"""
OF_DAY = """
SELECT assignment_id FROM paper
 WHERE office_id = :office_id AND day = :day ORDER BY id DESC LIMIT :most
"""


class Papers(Table):
    def add(self, assignment_id: int, number: str, said: str, day: date | None) -> None:
        on = day.isoformat() if day else None
        self._run(ADD, assignment_id=assignment_id, number=number, said=said, day=on)

    def work_of(self, number: str, day: date | None, most: int) -> list[int]:
        """Which work came from papers of this number, this day, or both; the newest first."""
        on = day.isoformat() if day else None
        look, which = (NUMBERED, {"number": number}) if number else (OF_DAY, {})
        return [row["assignment_id"] for row in self._all(look, **which, day=on, most=most)]
