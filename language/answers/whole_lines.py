"""What a whole line is, wherever it is typed: words known by heart, a code, a line of the roll."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from language.answers.ages import AN_AGE
from language.answers.campaign_lines import campaign_line, campaign_part, campaign_words
from language.answers.checklist_lines import (
    checklist_code,
    checklist_of,
    says_marks,
    steps_in,
    theme_list,
)
from language.answers.codes import CERTIFICATE, PREFIXED
from language.answers.conclusion_lines import CONCLUDED
from language.answers.figure_days import code_in
from language.answers.heard_lines import MONTH_LINE
from language.answers.mark_lines import checklist_line, criterion_in, step_line
from language.answers.matter_lines import matter_code, raised_in
from language.answers.register_lines import register_line, row_in
from language.answers.report_periods import (
    APPROVES_WEEK,
    PERIOD_ALONE,
    PERIOD_LINE,
    WHY_SO,
)
from language.answers.roll_lines import ROLL_LINES
from language.line.once import fold
from language.line.vocabulary import book

_REGISTERS = r"(?:đăng k[ýí]|dang k[yi]|[đd]ki?)"
_POLITELY = r"(?:giúp|giup|hộ|ho|cho|em|e|tôi|toi|mình|minh|với|voi|nhé|nhe|nha|ạ|a|luôn|luon)"
_WITH_DAY = re.compile(
    rf"(?i){_REGISTERS} (?:ngày |ngay )?\d{{1,2}}/\d{{1,2}}"
    rf"|{_REGISTERS}(?: lại| lai)?(?: {_POLITELY})+"
)
"""«đk 28/11», «dk lai giup e»."""
_PARTICLES = re.compile(r"(?:\s+(?:the|vay|nhi|ha|nao|day))+\s*\??$")
"""«ai rảnh thế», «tuần này có gì vậy»: they only ask."""
_MY_WORK = re.compile(
    r"(?:(?:chi|anh|c|a) oi[ ,]*)?(?:hom nay |tuan nay |nay |mai |chieu nay )?"
    r"(?:em |e |toi |minh )?"
    r"(?:con |dang |phai |can |co |duoc giao )*(?:viec|lam) (?:gi|nao|nhung gi)"
    r"(?: moi| nua| chua xong| dang mo| phai lam| can lam| khong| ko| k| vay| the| a| nhi| nhe)*"
    r"\s*\?*"
)
"""«tuần này em phải làm gì», «có việc gì mới không»."""
_LOOKS: Mapping[str, re.Pattern[str]] = {
    "invite": PREFIXED,
    "age": AN_AGE,
    "certificate": CERTIFICATE,
    "coming_up": _WITH_DAY,
    "period_report": PERIOD_LINE,
    "period_alone": PERIOD_ALONE,
    "approve_report": APPROVES_WEEK,
    "report_why": WHY_SO,
    "concluded": CONCLUDED,
    "opinions_heard": MONTH_LINE,
    **ROLL_LINES,
}
"""Lines of a certain look; the first that fits counts."""
CHECKLISTS: Mapping[str, Callable[[str], object]] = {
    "campaign_opened": campaign_words,
    "campaign_line": campaign_line,
    "campaign_part": campaign_part,
    "task_steps": steps_in,
    "theme_list": theme_list,
    "checklist_of": checklist_of,
    "checklist_code": checklist_code,
    "checklist_marks": says_marks,
    "checklist_line": checklist_line,
    "criterion_line": criterion_in,
    "step_line": step_line,
}
READ = frozenset(
    {
        "absence",
        "duty_asked",
        "duty_given",
        "duty_dropped",
        "place_line",
        "strengths_told",
        "strengths_asked",
        "away_asked",
        "report_item",
        "word_to",
        "waits_for_me",
        "given_work",
        "activity_question",
        "activity_order",
        "activity_planned",
        "whose_number",
        "incoming_paper",
        "paper_asked",
        "new_work",
        "company",
        "directed",
        "own_work",
        "elsewhere",
        "recall_report",
        "drop_proof",
        "decision",
        "week_report",
        "matter_raised",
        "matter_dropped",
        "several_orders",
        "praise",
        "matter_code",
        "answered_by_code",
        "matter_line",
        "letter_of",
        "register_line",
        "register_row",
        "register_opened",
        "body_change",
        "register_numbers",
        "register_more",
        "members_said",
        *CHECKLISTS,
        "activity_code",
        "step_words",
        "visit_line",
        "visit_here",
        "visit_paper",
        "visit_proposed",
        "visits_when",
        "visits_outside",
        "visits_of_year",
        "office_days",
        "office_hour",
    }
)
"""Lines that are read word by word; see `Reading.intent`."""


def intent_of(text: str, folded: str) -> str:
    """The intent of a whole line; empty when the line says something of its own."""
    known = _known().get(folded) or _known().get(_PARTICLES.sub("", folded), "")
    if raised_in(text):
        return "matter_raised"
    if matter_code(text):
        return "matter_code"
    if code_in(text):
        return "activity_code"
    if register_line(text):
        return "register_line"
    if not known and _MY_WORK.fullmatch(folded):
        return "own_work"
    if row_in(text):
        return "register_row"
    for intent, reads in CHECKLISTS.items():
        if reads(text):
            return intent
    return known or next((name for name, look in _LOOKS.items() if look.fullmatch(text)), "")


def intents() -> frozenset[str]:
    """Every intent that a whole line may have."""
    return frozenset(_known().values()) | _LOOKS.keys() | READ


@cache
def _known() -> dict[str, str]:
    alone = book("intents")["alone"].items()
    return {fold(typed): intent for intent, lines in alone for typed in lines}
