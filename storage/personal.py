"""What a module of storage says of its own tables: where they name people, and what then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Stays(StrEnum):
    """Why a column keeps what it says when its person is erased."""

    RANDOM = "only the random id, which leads nowhere once the person is gone"
    DUTY = "only people of a roster stand there: their duties are kept under another law"
    GROUP = "a group's chat, nobody's own"
    GUEST = "a citizen invited on a visit, on no roster: the row goes a year after the visit"
    SIGNER = "who signed a paper of the office, as the paper itself says"
    SHORT = "it goes by itself as soon as it has been seen to"


@dataclass(frozen=True, slots=True)
class Personal:
    """A module names its columns as `table.column`; a statement is given `:person_id`."""

    counted: Mapping[str, str] = field(default_factory=dict)
    """A person's days become counts: what goes then already, and by which statement."""
    erased: Mapping[str, str] = field(default_factory=dict)
    """What goes when the person is erased altogether."""
    stays: Mapping[str, Stays] = field(default_factory=dict)
    export: Mapping[str, str] = field(default_factory=dict)
    """What a person takes along of their own, part by part; given `:subject` too."""
