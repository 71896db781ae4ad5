"""Whether somebody is accused, or only complains."""

from language.answers.replies.cues import Cues, Span
from language.line.vocabulary import group

NEAR = 5


def accuses(cues: Cues) -> bool:
    """«tố cáo ông Năm bí thư»: who is to blame; «hộ bà Năm khiếu nại» says who complains."""
    return cues.has("accused") and not tells_of_a_complaint(cues)


def tells_of_a_complaint(cues: Cues) -> bool:
    """«đã gặp hộ bà Năm khiếu nại»: somebody else complains, which is work to be done; nobody is
    accused behind it, and nothing else is held against anybody."""
    complaints = cues.spans.get("complaint", ())
    words, line = group("answers", "complaining"), cues.line
    made = [s for s in complaints if f"{line.bare_at(s[1] - 2)} {line.bare_at(s[1] - 1)}" in words]
    return bool(made) and len(made) == len(complaints) and all(_of_others(cues, s) for s in made)


def _of_others(cues: Cues, said: Span) -> bool:
    line, start = cues.line, max(0, said[0] - NEAR)
    before = {line.bare_at(i) for i in range(start, said[0])}
    wall = next((i for i in range(said[1], len(line)) if cues.wall(i)), len(line))
    blamed = cues.within((said[1], wall), "accused")
    own = before & set(group("answers", "complains_self"))
    return bool(before & set(group("answers", "complainant"))) and not (own or blamed)
