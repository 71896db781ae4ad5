"""What an office chose about its weekly report, and who has it by name."""

from collections.abc import Iterable

from domain.access import Role
from domain.report_settings import ReportSettings
from storage.personal import Personal, Stays
from storage.rows import dump, load
from storage.table import Table

CHOSEN = "SELECT * FROM report_setting WHERE office_id = :office_id"
BEGIN = "INSERT INTO report_setting (office_id) VALUES (:office_id) ON CONFLICT DO NOTHING"
SET_ROLES = "UPDATE report_setting SET roles = :roles WHERE office_id = :office_id"
SET_WITHOUT = "UPDATE report_setting SET without = :names WHERE office_id = :office_id"
SET_COPIES = "UPDATE report_setting SET copies_remarks = :on WHERE office_id = :office_id"
GUESTS = "SELECT person_id FROM report_guest WHERE office_id = :office_id ORDER BY person_id"
ADD_GUEST = """
INSERT INTO report_guest (office_id, person_id) VALUES (:office_id, :person_id)
ON CONFLICT DO NOTHING
"""
DROP_GUEST = "DELETE FROM report_guest WHERE office_id = :office_id AND person_id = :person_id"
PERSONAL = Personal(stays={"report_guest.person_id": Stays.DUTY})


class ChosenReports(Table):
    def get(self) -> ReportSettings:
        """As chosen; an office that never chose has the usual."""
        guests = frozenset(row["person_id"] for row in self._all(GUESTS))
        row = self._first(CHOSEN)
        if row is None:
            return ReportSettings(guests=guests)
        return ReportSettings(
            roles=frozenset(Role(role) for role in load(row["roles"])),
            without=frozenset(load(row["without"])),
            copies_remarks=bool(row["copies_remarks"]),
            guests=guests,
        )

    def set_roles(self, roles: Iterable[str]) -> None:
        self._run(BEGIN)
        self._run(SET_ROLES, roles=dump(list(roles)))

    def leave_out(self, names: Iterable[str]) -> None:
        """These parts are not told."""
        self._run(BEGIN)
        self._run(SET_WITHOUT, names=dump(list(names)))

    def copy_remarks(self, on: bool) -> None:
        """Whether the organisations read them too."""
        self._run(BEGIN)
        self._run(SET_COPIES, on=on)

    def add_guest(self, person_id: int) -> bool:
        return self._run(ADD_GUEST, person_id=person_id).rowcount == 1

    def drop_guest(self, person_id: int) -> bool:
        return self._run(DROP_GUEST, person_id=person_id).rowcount == 1
