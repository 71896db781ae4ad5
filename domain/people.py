"""People, sections, organisations and places, as the office knows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.access import Actor, Permission, Role
from domain.office_hours import BRIEFING


class Phones(StrEnum):
    """To whom the office's directory shows telephones."""

    STAFF = "staff"
    """Everybody on the roster."""
    HEADS = "heads"
    """Whoever gives work."""
    OFFICE = "office"
    """Whoever looks after the roster."""


_SEES = {
    Phones.STAFF: Permission.OWN_WORK,
    Phones.HEADS: Permission.ASSIGN,
    Phones.OFFICE: Permission.MANAGE_PEOPLE,
}


def may_see_phones(actor: Actor, to: Phones) -> bool:
    """Whether the directory shows them the telephones of others."""
    return actor.may(_SEES[to])


@dataclass(frozen=True, slots=True)
class Office:
    """An office: names and labels are data, so that a reorganisation is an edit."""

    id: int
    code: str
    name: str
    short: str
    preset: str
    zone: ZoneInfo
    labels: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""
    briefing: str = str(BRIEFING.usual)
    phones: Phones = Phones.STAFF

    def label(self, name: str) -> str:
        """`unit`, `locality`, `leaders`: what this office calls them."""
        return self.labels.get(name, name)


@dataclass(frozen=True, slots=True)
class Unit:
    id: int
    code: str
    name: str

    @property
    def short(self) -> str:
        """`Tiểu ban Dân chủ - Pháp luật` -> `Dân chủ - Pháp luật`."""
        for label in ("Tiểu ban ", "Bộ phận ", "Tổ "):
            if self.name.startswith(label):
                return self.name.removeprefix(label)
        return self.name

    @property
    def letters(self) -> str:
        """Its code as people write it: `TTVD` of «Tuyên truyền - Vận động» is `TTVĐ`."""
        initials = "".join(word[0] for word in self.short.split() if word[0].isalpha()).upper()
        return initials if initials.replace("Đ", "D") == self.code else self.code


@dataclass(frozen=True, slots=True)
class Organisation:
    id: int
    code: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Locality:
    id: int
    code: str
    kind: str
    name: str
    priority: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the roster, as far as this office knows them today."""

    id: int
    code: str
    name: str
    title: str = ""
    unit_id: int | None = None
    organisation_id: int | None = None
    locality_id: int | None = None
    telegram_id: int | None = None
    phone: str | None = None
    roles: frozenset[Role] = frozenset()
    reachable: bool = True
    muted: bool = False
    locale: str = "vi"
    address: str = "dong_chi"

    @property
    def linked(self) -> bool:
        """Whether what is urgent reaches their telephone."""
        return self.telegram_id is not None and self.reachable

    @property
    def hears(self) -> bool:
        """Whether everything does: they have not stopped the messages by /dung."""
        return self.linked and not self.muted


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One line of a roster, as an office hands it in."""

    code: str
    name: str
    title: str = ""
    unit: str | None = None
    organisation: str | None = None
    locality: str | None = None
    roles: tuple[Role, ...] = ()
    phone: str | None = None
    telegram_id: int | None = None
    since: date | None = None
