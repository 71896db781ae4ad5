"""What a kind of office begins with: sections, organisations, and what it calls things."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.access import Duty
from domain.names import shorten

PLACE = "{place}"
SHORT_LETTERS = 40


@dataclass(frozen=True, slots=True)
class GivenOrganisation:
    """An organisation of a preset; an optional one stands only where it is asked for."""

    code: str
    name: str
    short: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Preset:
    """Data, not code: another kind of office is another file."""

    code: str
    name: str
    short: str
    briefing: str
    labels: Mapping[str, str]
    units: Mapping[str, str]
    organisations: tuple[GivenOrganisation, ...]
    duties: Mapping[Duty, str] = field(default_factory=dict)
    """Which section answers for what, by its code; what one leader carries has none."""

    def short_for(self, name: str) -> str:
        """`Cơ quan Khối MTTQ và … TP Uông Bí` -> `Cơ quan Khối TP Uông Bí`."""
        before = self.name.partition(PLACE)[0]
        if name.startswith(before):
            return self.short.replace(PLACE, name.removeprefix(before))
        return shorten(name, SHORT_LETTERS)

    def place_in(self, short: str) -> str:
        """`Cơ quan Khối Uông Bí` -> `Uông Bí`; nothing where the office is called otherwise."""
        before = self.short.partition(PLACE)[0]
        return short.removeprefix(before) if short.startswith(before) else ""

    def chosen(self, wanted: frozenset[str]) -> list[GivenOrganisation]:
        """The organisations of an office that has these optional ones."""
        return [o for o in self.organisations if not o.optional or o.code in wanted]


def preset_of(code: str, table: Mapping[str, Any]) -> Preset:
    """Read a preset from what its file says."""
    given = table["organisations"].items()
    return Preset(
        code=code,
        name=table["name"],
        short=table["short"],
        briefing=table["briefing"],
        labels=table["labels"],
        units=table["units"],
        organisations=tuple(GivenOrganisation(code, **words) for code, words in given),
        duties={Duty(duty): code for duty, code in table["duties"].items()},
    )
