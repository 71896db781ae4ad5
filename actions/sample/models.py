"""The sample's model hamlets and houses: what was verified, houses under their codes alone."""

from datetime import datetime, timedelta
from typing import Any

from actions.sample.sample import Sample
from domain.checklist_kinds import HAMLET, HOUSE
from domain.checklists import ItemMark, ItemStatus, ListKind, items_of
from storage.bundled import checklists

KINDS = {"thon_mau": HAMLET, "nha_mau": HOUSE}
BY = "CB14"
EARLIER, OF_LATE = timedelta(days=63), timedelta(days=3)
"""Before the anchor: before all that the sample tells of, and in the week of its report."""


def load_models(sample: Sample) -> None:
    for row in sample.data["models"]:
        kind = KINDS[row["kind"]]
        (_houses if kind.coded else _hamlet)(sample, kind, row)


def _version(sample: Sample, kind: ListKind) -> int:
    lists, at = sample.work.checklists, sample.work.now - 3 * EARLIER
    known = lists.latest(kind.code)
    return known or lists.write(kind.code, items_of(checklists()[kind.code]), at)


def _begin(sample: Sample, kind: ListKind, name: str, place: str) -> int:
    work, by = sample.work, sample.people[BY]
    where = work.offices.locality_in(place, work.today)
    version, at = _version(sample, kind), work.now - 2 * EARLIER
    return work.checklists.begin(kind, version, at, by, name=name, locality_id=where).id


def _hamlet(sample: Sample, kind: ListKind, row: dict[str, Any]) -> None:
    checking = _begin(sample, kind, row["place"], row["place"])
    for item in range(1, row["done"] + 1):
        _verify(sample, checking, item, _when(sample, item > row["done"] - row["delta"]))


def _houses(sample: Sample, kind: ListKind, row: dict[str, Any]) -> None:
    """Each under a code alone; so many of them have everything and were recognised."""
    letters = "".join(word[0] for word in row["place"].split()[1:])
    for number in range(1, row["total"] + 1):
        checking = _begin(sample, kind, f"{kind.prefix}-{letters}-{number:03}", row["place"])
        if number <= row["done"]:
            at = _when(sample, number > row["done"] - row["delta"])
            for item in range(1, len(checklists()[kind.code]) + 1):
                _verify(sample, checking, item, at)
            sample.work.checklists.close(checking, at)


def _when(sample: Sample, of_late: bool) -> datetime:
    return sample.moment(sample.data["anchor"]) - (OF_LATE if of_late else EARLIER)


def _verify(sample: Sample, checking: int, item: int, at: datetime) -> None:
    mark = ItemMark(item, ItemStatus.VERIFIED, sample.people[BY], at, sample.base[0])
    sample.work.checklists.mark(checking, mark)
