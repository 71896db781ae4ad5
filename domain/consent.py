"""Consent: one purpose, one yes; the notice that was read is kept as the proof."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.refusals import Refusal


class Purpose(StrEnum):
    LIST = "list"
    """To be on the list: register, be reminded, be counted."""
    PHOTO = "photo"
    """A recognisable picture may be published."""
    NEWS = "news"
    """To hear of later activities."""
    RECORD = "record"
    """Days and hours are remembered until 31/1 of the next year."""
    PHONE = "phone"
    """A point leader's number is shown to those who come to their point."""


class Age(StrEnum):
    """All that is asked about age."""

    ADULT = "18"
    MINOR = "16"
    CHILD = "u16"


VERSIONS: Mapping[Purpose, int] = {
    **dict.fromkeys(Purpose, 1),
    Purpose.LIST: 3,
    Purpose.RECORD: 2,
}
"""The version of each notice; its words are the text `notice.<purpose>`. Raise it with them."""


@dataclass(frozen=True, slots=True)
class Notice:
    """The words that somebody read before saying yes or no."""

    purpose: Purpose
    version: int
    locale: str
    text: str

    @property
    def fingerprint(self) -> str:
        """SHA-256 of what was read."""
        return hashlib.sha256(f"{self.purpose}\n{self.version}\n{self.text}".encode()).hexdigest()

    @property
    def mark(self) -> str:
        """Eight letters of the fingerprint: they ride in the button under the notice."""
        return self.fingerprint[:8]


ALONE_FROM, ADULTS_FROM = 16, 18


def age_of(years: int, *, under: bool = False) -> Age | None:
    """The band of so many years; «chưa đủ 18» leaves open which."""
    if under and years > ALONE_FROM:
        return None
    if under or years < ALONE_FROM:
        return Age.CHILD
    return Age.MINOR if years < ADULTS_FROM else Age.ADULT


UNKNOWN = "ban"
"""What somebody is called whose age nobody knows: it fits a pupil too."""


def address_of(age: Age) -> str:
    """What a volunteer is called: a pupil is not «anh/chị»."""
    return "anh_chi" if age is Age.ADULT else UNKNOWN


def check_age(age: Age, minimum: int) -> None:
    """Under 16 never has a row; some activities are for adults only."""
    if age is Age.CHILD:
        raise Refusal("under_16")
    if age is Age.MINOR and minimum >= ADULTS_FROM:
        raise Refusal("adults_only")


def is_offered(purpose: Purpose, age: Age | None) -> bool:
    """A face of 16-17 would need the parents' yes too: it is not asked for at all."""
    return purpose is not Purpose.PHOTO or age is not Age.MINOR


def require_offered(purpose: Purpose, age: Age | None) -> None:
    if not is_offered(purpose, age):
        raise Refusal("photo_of_minor")
