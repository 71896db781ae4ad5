"""Campaigns: their days, what they are to achieve, and which days and work belong to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from storage.rows import dump
from storage.table import Table

BEGIN = """
INSERT INTO campaign (checking_id, first, last)
SELECT id, :first, :last FROM checking WHERE office_id = :office_id AND id = :id
"""
AIM = """
INSERT INTO campaign_target (checking_id, measure, amount)
SELECT id, :measure, :amount FROM checking WHERE office_id = :office_id AND id = :id
"""
GET = """
SELECT m.* FROM campaign m JOIN checking c ON c.id = m.checking_id
 WHERE c.office_id = :office_id AND c.id = :id
"""
TARGETS = """
SELECT t.measure, t.amount FROM campaign_target t JOIN checking c ON c.id = t.checking_id
 WHERE c.office_id = :office_id AND c.id = :id ORDER BY t.measure
"""
DURING = """
SELECT c.id FROM campaign m JOIN checking c ON c.id = m.checking_id
 WHERE c.office_id = :office_id AND m.first <= :last AND m.last >= :first ORDER BY c.id
"""
ADD_THING = """
INSERT INTO campaign_thing (about, checking_id)
SELECT :about, id FROM checking WHERE office_id = :office_id AND id = :id
"""
DROP_THING = """
DELETE FROM campaign_thing WHERE about = :about AND checking_id =
       (SELECT id FROM checking WHERE office_id = :office_id AND id = :id)
"""
HOLDER = """
SELECT c.id FROM campaign_thing t JOIN checking c ON c.id = t.checking_id
 WHERE c.office_id = :office_id AND t.about = :about
"""
TAKEN = """
SELECT t.about FROM campaign_thing t JOIN checking c ON c.id = t.checking_id
 WHERE c.office_id = :office_id AND t.about IN (SELECT value FROM json_each(:abouts))
"""
THINGS = """
SELECT t.about FROM campaign_thing t JOIN checking c ON c.id = t.checking_id
 WHERE c.office_id = :office_id AND c.id = :id ORDER BY t.about
"""
DAY = """
SELECT id FROM activity WHERE office_id = :office_id AND code = :code
 ORDER BY starts_at DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Campaign:
    """Its first and its last day, and what it is to achieve."""

    first: date
    last: date
    targets: Mapping[str, float]


class Campaigns(Table):
    def begin(self, checking_id: int, campaign: Campaign) -> None:
        days = {"first": campaign.first.isoformat(), "last": campaign.last.isoformat()}
        self._run(BEGIN, id=checking_id, **days)
        for measure, amount in campaign.targets.items():
            self._run(AIM, id=checking_id, measure=measure, amount=amount)

    def get(self, checking_id: int) -> Campaign:
        row = self._one(GET, id=checking_id)
        targets = {one["measure"]: one["amount"] for one in self._all(TARGETS, id=checking_id)}
        return Campaign(date.fromisoformat(row["first"]), date.fromisoformat(row["last"]), targets)

    def during(self, first: date, last: date) -> Sequence[int]:
        """Those of which some day lies between two."""
        days = {"first": first.isoformat(), "last": last.isoformat()}
        return [row["id"] for row in self._all(DURING, **days)]

    def add(self, checking_id: int, about: str) -> None:
        self._run(ADD_THING, id=checking_id, about=about)

    def drop(self, checking_id: int, about: str) -> bool:
        return self._run(DROP_THING, id=checking_id, about=about).rowcount == 1

    def holder(self, about: str) -> int | None:
        """The one to which a day or a piece of work belongs."""
        row = self._first(HOLDER, about=about)
        return row["id"] if row else None

    def taken(self, abouts: Sequence[str]) -> set[str]:
        """Which of them belong to some campaign."""
        return {row["about"] for row in self._all(TAKEN, abouts=dump(abouts))}

    def things(self, checking_id: int) -> Sequence[str]:
        return [row["about"] for row in self._all(THINGS, id=checking_id)]

    def day(self, code: str) -> int | None:
        """The newest activity of this code."""
        row = self._first(DAY, code=code)
        return row["id"] if row else None
