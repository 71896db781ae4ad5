"""A class: seats by hamlet, who was invited and whom they send, how many understood."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.personal import Personal, Stays
from storage.table import Table

NO_SEATS = """
DELETE FROM training_seat
 WHERE activity_id IN (SELECT id FROM activity WHERE office_id = :office_id AND id = :activity_id)
"""
SEAT = """
INSERT INTO training_seat (activity_id, locality_id, seats)
SELECT a.id, l.id, :seats FROM activity a JOIN locality l ON l.office_id = a.office_id
 WHERE a.office_id = :office_id AND a.id = :activity_id AND l.id = :locality_id
"""
SEATS = """
SELECT s.locality_id, l.name, s.seats FROM training_seat s
  JOIN activity a ON a.id = s.activity_id JOIN locality l ON l.id = s.locality_id
 WHERE a.office_id = :office_id AND a.id = :activity_id ORDER BY l.id
"""
INVITE = """
INSERT INTO training_guest (activity_id, person_id, answer)
SELECT id, :person_id, 'invited' FROM activity WHERE office_id = :office_id AND id = :activity_id
ON CONFLICT DO NOTHING
"""
ANSWER = """
UPDATE training_guest SET answer = :answer, substitute_id = :substitute_id
 WHERE person_id = :person_id
   AND activity_id IN (SELECT id FROM activity
                        WHERE office_id = :office_id AND id = :activity_id)
"""
GUESTS = """
SELECT g.person_id, CASE WHEN g.answer IN ('going', 'substitute') AND (
           SELECT standing FROM registration r
            WHERE r.activity_id = a.id AND r.person_id = coalesce(g.substitute_id, g.person_id)
            ORDER BY r.id DESC LIMIT 1) IN ('cancelled', 'lapsed')
         THEN 'declined' ELSE g.answer END AS answer, g.substitute_id
  FROM training_guest g JOIN activity a ON a.id = g.activity_id
 WHERE a.office_id = :office_id AND a.id = :activity_id ORDER BY g.person_id
"""
"""Whoever gives their seat up later does not come, whatever they answered."""
NO_OUTSIDE = """
DELETE FROM training_outside
 WHERE activity_id IN (SELECT id FROM activity WHERE office_id = :office_id AND id = :activity_id)
"""
SET_OUTSIDE = """
INSERT INTO training_outside (activity_id, number)
SELECT id, :number FROM activity WHERE office_id = :office_id AND id = :activity_id
"""
OUTSIDE = """
SELECT o.number FROM training_outside o JOIN activity a ON a.id = o.activity_id
 WHERE a.office_id = :office_id AND a.id = :activity_id
"""
ECHO = """
INSERT INTO training_echo (activity_id, person_id, clear)
SELECT id, :person_id, :clear FROM activity WHERE office_id = :office_id AND id = :activity_id
ON CONFLICT DO UPDATE SET clear = excluded.clear
"""
CLEAR = """
SELECT coalesce(sum(clear), 0) AS clear, count(*) AS n FROM training_echo e
  JOIN activity a ON a.id = e.activity_id
 WHERE a.office_id = :office_id AND a.id = :activity_id
"""
FORGET = "DELETE FROM training_echo WHERE person_id = :person_id"
PERSONAL = Personal(
    counted={"training_echo.person_id": FORGET},
    stays={
        "training_guest.person_id": Stays.DUTY,
        "training_guest.substitute_id": Stays.DUTY,
    },
)
INVITED, GOING, SUBSTITUTE, DECLINED = "invited", "going", "substitute", "declined"


@dataclass(frozen=True, slots=True)
class InvitedGuest:
    """Somebody of the roster who was invited: what they answered, whom they send."""

    person_id: int
    answer: str
    substitute_id: int | None

    @property
    def comes(self) -> int | None:
        """Who comes for this invitation."""
        return {GOING: self.person_id, SUBSTITUTE: self.substitute_id}.get(self.answer)


class Trainings(Table):
    def set_seats(self, activity_id: int, seats: Mapping[int, int]) -> None:
        self._run(NO_SEATS, activity_id=activity_id)
        for locality_id, number in seats.items():
            self._run(SEAT, activity_id=activity_id, locality_id=locality_id, seats=number)

    def seats(self, activity_id: int) -> dict[int, tuple[str, int]]:
        """By place its name and its seats; empty where nobody divided them."""
        rows = self._all(SEATS, activity_id=activity_id)
        return {row["locality_id"]: (row["name"], row["seats"]) for row in rows}

    def invite(self, activity_id: int, person_id: int) -> bool:
        """False when they were invited before."""
        return self._run(INVITE, activity_id=activity_id, person_id=person_id).rowcount == 1

    def answer(
        self, activity_id: int, person_id: int, answer: str, substitute_id: int | None = None
    ) -> bool:
        """False when they were not invited."""
        values = {"answer": answer, "substitute_id": substitute_id}
        said = self._run(ANSWER, activity_id=activity_id, person_id=person_id, **values)
        return said.rowcount == 1

    def guests(self, activity_id: int) -> list[InvitedGuest]:
        return [InvitedGuest(*row) for row in self._all(GUESTS, activity_id=activity_id)]

    def set_outside(self, activity_id: int, number: int) -> None:
        """So many of nobody's roster; who they are is not kept."""
        self._run(NO_OUTSIDE, activity_id=activity_id)
        if number:
            self._run(SET_OUTSIDE, activity_id=activity_id, number=number)

    def outside(self, activity_id: int) -> int:
        return int(self._value(OUTSIDE, activity_id=activity_id) or 0)

    def echo(self, activity_id: int, person_id: int, *, clear: bool) -> None:
        self._run(ECHO, activity_id=activity_id, person_id=person_id, clear=int(clear))

    def clear(self, activity_id: int) -> tuple[int, int]:
        """How many understood, and how many not yet; who they are nobody is told."""
        row = self._one(CLEAR, activity_id=activity_id)
        return row["clear"], row["n"] - row["clear"]
