"""Whether somebody comes to a day out, by what they typed: asked of language/."""

import re
from datetime import datetime

from domain.names import fold
from handlers.kit.reading import says_yes
from language import reply

_BARE = {
    **dict.fromkeys(("co", "co a", "u"), "yes"),
    **dict.fromkeys(("khong", "khong a", "da khong", "ko", "ko a", "k", "no"), "no"),
}
_COMING = {"register": "yes", "unregister": "no", "late": "late"}
_ASKS = ("place", "time", "bring")
_NOT = re.compile(r"\b(?:khong|ko|k|kg|hong|chua|chang|neu|not|no|if|cannot)\b")
_COMES = re.compile(
    r"\b(?:(?:se|van) (?:den|di|co mat)|den dung gio|di (?:duoc|dc)|see you|coming)\b"
)
_ALONG = re.compile(r"\b(?:chau|be|tre|con|vo|chong|bo|me|ban|kids?)\b.*\bdi (?:cung|theo|kem)\b")


def read_bare(text: str, now: datetime) -> str:
    """«có», «ừ», «vâng ạ»: `yes`; «không»: `no`; a sentence says more than that."""
    words = fold(text).strip(" .!")
    if says_yes(text) or words in _BARE:
        return _BARE.get(words, "yes")
    said = reply(text, "activity", now=now)
    return "yes" if said.slots.get("kind") == "ack" else ""


def read_coming(text: str, now: datetime, *, asked: bool = False) -> str:
    """Whether somebody comes: `yes`, `no`, `unsure`, `late`, `several`, asks `where`, or brings
    `family`; else nothing. A bare «có», and a sentence with a plain «sẽ đến», mean something
    only where it was asked."""
    if bare := read_bare(text, now):
        return bare if asked else ""
    said, words = reply(text, "activity", now=now), fold(text)
    if said.intent in ("question", "unknown") and _ALONG.search(words):
        return "family"
    if said.intent == "question":
        return "where" if said.slots.get("topic") in _ASKS else ""
    if said.intent == "register" and said.slots.get("people", 1) != 1:
        return "several"
    if said.intent == "unregister" and said.slots.get("need_confirm"):
        return "unsure"
    return "yes" if asked and says_coming(words) else _COMING.get(said.intent, "")


def says_coming(words: str) -> bool:
    """«tôi và hai cháu sẽ đến đúng giờ», with no «không» or «nếu» anywhere."""
    return bool(_COMES.search(words)) and not _NOT.search(words)
