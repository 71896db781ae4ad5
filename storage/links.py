"""Whose a link or a button is: what is asked before it is known which office it reaches."""

from collections.abc import Mapping

from storage.everywhere import Everywhere

OFFICE_OF: Mapping[str, str] = {
    "registration": "SELECT office_id FROM registration WHERE id = :id",
    "activity": "SELECT office_id FROM activity WHERE id = :id",
    "point": """
SELECT activity.office_id FROM point JOIN activity ON activity.id = point.activity_id
 WHERE point.id = :id
""",
}
WAY_IN = """
SELECT activity.office_id, CASE count(point.id) WHEN 1 THEN max(point.id) END AS point_id
  FROM activity LEFT JOIN point ON point.activity_id = activity.id AND point.dropped_at IS NULL
 WHERE activity.id = :id
"""
PLACE = "SELECT registration_id FROM transfer WHERE hash = :hash"


GUEST = """
SELECT visit.office_id FROM visit_guest JOIN visit ON visit.id = visit_guest.visit_id
 WHERE visit_guest.hash = :hash
"""


GUEST_OF_CHAT = """
SELECT v.office_id FROM visit_guest g JOIN visit v ON v.id = g.visit_id
 WHERE g.chat = :chat AND v.done_at IS NULL AND v.stage NOT IN ('dropped', 'closed')
 ORDER BY g.used_at DESC, g.id DESC LIMIT 1
"""


class Links(Everywhere):
    def guest_of_chat(self, chat: str) -> int | None:
        """The office whose invitation was opened here, while its visit is to come."""
        found: int | None = self._value(GUEST_OF_CHAT, chat=chat)
        return found

    def guest(self, hashed: str) -> int | None:
        """The office that a citizen was invited by."""
        found: int | None = self._value(GUEST, hash=hashed)
        return found

    def office_of(self, thing: str, id_: int) -> int | None:
        """Which office a registration, activity or point belongs to."""
        found: int | None = self._value(OFFICE_OF[thing], id=id_)
        return found

    def way_in(self, activity_id: int) -> tuple[int | None, int | None]:
        """The office of an activity, and its point where it has one only."""
        row = self._one(WAY_IN, id=activity_id)
        return row["office_id"], row["point_id"]

    def place(self, hashed: str) -> int | None:
        """The registration that a link leads to: a friend may come from anywhere."""
        found: int | None = self._value(PLACE, hash=hashed)
        return found
