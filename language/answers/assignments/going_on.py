"""«nhầm, 147 để nguyên», «khôi phục 147»: what was called off is to go on."""

import re

from language.line.once import fold
from language.line.yes_no import NO

_SLIP = r"(?:a|ui|oi|chet|em|e|anh|chi|c|toi|xin loi|nham|lon|khoan|thoi|sua lai)"
_OOPS = rf"(?:{_SLIP}(?: roi| r)?[ ,.:]+)*"
_N = r"(?:(?:viec|nv|so) )*(?P<%s>\d{2,4})"
_SMALL = r"(?:[ ,]+(?:nhe|nha|a|di|em|e|chi|c|anh|lai|nua|dau|cu|nhu cu|nhu truoc|binh thuong))*"
_STAYS = (
    r"(?:(?:cu|van|thi|hay|phai)[ ,]+)*(?:de nguyen|giu nguyen|giu lai|lam tiep|van lam|lam nhu cu"
    rf"|lam binh thuong|(?:{NO}|dung|khoi) (?:phai )?huy)"
)
_LOOKS = (
    re.compile(rf"{_OOPS}{_N % 'n'}[ ,:]+{_STAYS}{_SMALL}"),
    re.compile(
        rf"{_OOPS}(?:de nguyen|giu nguyen|khoi phuc|phuc hoi|bo huy|(?:{NO}|dung) huy)"
        rf" (?:lai )?{_N % 'n'}{_SMALL}"
    ),
)


def goes_on(text: str) -> int | None:
    """The number of the work; nothing where the line says anything else."""
    said = " ".join(fold(text).split()).strip(" .!")
    found = next((m for m in (look.fullmatch(said) for look in _LOOKS) if m), None)
    return int(found["n"]) if found else None
