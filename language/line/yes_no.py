"""Yes and no as parts of a longer line: in all the ways of `yes_no.toml`, spelt nowhere else."""

from language.line.fold import bare
from language.line.vocabulary import spellings


def spelt(*words: str) -> tuple[str, ...]:
    """Every way to type these, without marks."""
    return tuple(dict.fromkeys(bare(way) for word in words for way in spellings()[word]))


def _either(*words: str) -> str:
    """The same as a pattern, with marks and without."""
    ways = (typed for word in words for way in spellings()[word] for typed in (way, bare(way)))
    return "|".join(dict.fromkeys(ways))


OK, AGREE, AGREED = _either("ok"), _either("đồng ý"), _either("đồng ý", "ok")
YES = _either("ok", "vâng", "ừ")
NO = _either("không")
NOT = _either("không", "hông")
"""Where «kg» can be no weight."""
UNDENIED = "".join(f"(?<!{no} )" for no in spelt("không"))
"""No «không» stands just before."""
