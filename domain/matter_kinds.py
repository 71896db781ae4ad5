"""The kinds of matter. To add one, add a row and its texts in both languages."""

from collections.abc import Mapping

from domain.access import Duty, Hand, Role
from domain.matters import Labels, Limit, MatterKind, Need, Note, Step
from domain.office_days import ANSWER as DAYS_TO_ANSWER
from domain.office_days import USUAL
from domain.refusals import Refusal
from domain.unkept import ALL, FIELD

ANYBODY, RAISER, OWNER, DUTY = Hand.ANYBODY, Hand.RAISER, Hand.OWNER, Hand.DUTY
HEAD, OFFICE, LEADER, CLOCK = Hand.DUTY_HEAD, Hand.OFFICE, Hand.LEADER, Hand.CLOCK
CHAIR, ASSIGNER, PAPERS = Hand.CHAIR, Hand.ASSIGNER, Hand.PAPERS
SENDS = (HEAD, OFFICE, LEADER, PAPERS)
"""Who decides on it, the office, who signs it, who gives it its number."""
NUMBER, ANSWER, EVIDENCE, RETURN = Need.NUMBER, Need.ANSWER, Need.EVIDENCE, Need.RETURN
SECOND, BODY, TO_WHOM, LIMIT = Need.SECOND, Need.BODY, Need.OWNER, Need.LIMIT
TOPICS = (
    "lighting",
    "waste",
    "drainage",
    "land",
    "policy",
    "security",
    "procedure",
    "other",
)
ANSWERS = ("accepted", "partly", "refused", "not_ours", "planned")
TOPIC, RESPONSE = "topic", "response"
"""Sorts of labels."""
BASIS, ELSEWHERE = "basis", "elsewhere"
"""Notes: the law that it goes by, its number on another platform."""
FOLLOWERS = (RAISER, OWNER, DUTY, OFFICE)
A_YEAR, FIVE_YEARS = 365, 5 * 365 + 1
NOTHING = frozenset[Need]()
"""Such an end asks for nothing: whoever raised it takes it back before anybody begins
(`withdrawn`), or what is said there."""


def given(*needs: Need) -> frozenset[Need]:
    """What there has been, on whatever way it came to its end."""
    return frozenset(needs)


RECOMMENDATION = MatterKind(
    "recommendation",
    "KN",
    Duty.SUPERVISION,
    raised_by=(DUTY, OFFICE),
    begins="draft",
    ends={"closed": given(NUMBER, BODY, ANSWER, EVIDENCE, SECOND), "dropped": given(ANSWER)},
    limits={"sent": Limit(USUAL[DAYS_TO_ANSWER], setting=DAYS_TO_ANSWER)},
    keeps=FIVE_YEARS,
    reads=(RAISER, OWNER, DUTY, OFFICE, LEADER, PAPERS),
    labels=(
        Labels(RESPONSE, ANSWERS, "matter.answer", FOLLOWERS, "answer", ("answered", "proposed")),
    ),
    notes=(Note(BASIS, 160, FOLLOWERS, asked_in="draft"),),
    names_body=True,
    own=True,
    ages=(20, 45),
    raiser_confirms=False,
    steps=(
        Step("send", ("draft",), "sent", SENDS, (NUMBER, BODY), rings=(RAISER,)),
        Step("drop", ("draft",), "dropped", (HEAD, RAISER), (ANSWER,)),
        Step("called", ("sent",), "sent", (DUTY, OFFICE)),
        Step("answer", ("sent",), "answered", (DUTY, OFFICE), (ANSWER,), rings=(HEAD, RAISER)),
        Step("remedied", ("answered",), "proposed", (OWNER,), (EVIDENCE,), rings=(HEAD,)),
        Step("dispute", ("answered",), "draft", (HEAD,), (ANSWER,), rings=(RAISER,)),
        Step("confirm", ("proposed",), "closed", (HEAD, LEADER), (SECOND,), rings=(RAISER, OWNER)),
        Step("refuse", ("proposed",), "answered", (HEAD, LEADER), (ANSWER,), rings=(OWNER,)),
        Step("reopen", ("closed",), "answered", (HEAD,), (ANSWER,), rings=(DUTY, OWNER)),
    ),
)
DIFFICULTY = MatterKind(
    "difficulty",
    "KK",
    Duty.MOVEMENTS,
    raised_by=(ANYBODY,),
    begins="new",
    ends={"closed": given(ANSWER), "withdrawn": NOTHING},
    limits={"new": Limit(2, working=True), "doing": Limit(5, working=True)},
    goes_up=2,
    keeps=A_YEAR,
    unkept=FIELD,
    steps=(
        Step("take", ("new",), "doing", (HEAD, DUTY), (TO_WHOM,), rings=(OWNER,)),
        Step("answer", ("new", "doing"), "answered", (OWNER, DUTY), (ANSWER,), rings=(RAISER,)),
        Step("escalate", ("new", "doing"), "raised", (HEAD,), (ANSWER,), sets_off="decision"),
        Step("settle", ("raised",), "answered", (HEAD,), (ANSWER,), rings=(RAISER,)),
        Step("undo", ("answered",), "raised", (CLOCK,), rings=(RAISER,)),
        Step("close", ("answered",), "closed", (RAISER, HEAD)),
        Step("again", ("answered",), "doing", (RAISER,), (ANSWER,), rings=(OWNER, HEAD)),
        Step("withdraw", ("new",), "withdrawn", (RAISER,), rings=(HEAD,), sets_off="forget"),
    ),
)
OPINION = MatterKind(
    "opinion",
    "YK",
    Duty.OPINIONS,
    raised_by=(ANYBODY,),
    begins="new",
    ends={
        "closed": given(NUMBER, BODY, ANSWER),
        "out_of_scope": given(ANSWER),
        "duplicate": NOTHING,  # its weight goes to the one that was there first
        "withdrawn": NOTHING,
    },
    limits={
        "new": Limit(2, working=True),
        "sorted": Limit(2, working=True),
        "forwarded": Limit(20),
        "answered": Limit(3, working=True),
    },
    keeps=A_YEAR,
    words=(RAISER, DUTY, LEADER),
    unkept=ALL,
    given_at_once=False,
    unsaid=("duplicate", "withdrawn"),
    labels=(Labels(TOPIC, TOPICS, "topic_of", (RAISER, DUTY)),),
    notes=(Note(ELSEWHERE, 40, (RAISER, DUTY), a_number=True),),
    steps=(
        Step("sort", ("new",), "sorted", (DUTY,), rings=(HEAD,)),
        Step("outside", ("new", "sorted"), "out_of_scope", (DUTY,), (ANSWER,), rings=(RAISER,)),
        Step("same", ("new", "sorted"), "duplicate", (DUTY,), rings=(RAISER,), sets_off="weight"),
        Step("joins", ("new",), "duplicate", (RAISER,), sets_off="weight", unless=(DUTY,)),
        Step("forward", ("sorted",), "forwarded", (HEAD,), (NUMBER, BODY), rings=(RAISER,)),
        Step("answer", ("forwarded",), "answered", (DUTY,), (ANSWER,), rings=(RAISER,)),
        Step("tell_back", ("answered",), "told_back", (RAISER, DUTY), rings=(HEAD,)),
        Step("close", ("told_back",), "closed", (DUTY,)),
        Step("reopen", ("out_of_scope",), "new", (HEAD,), (ANSWER,), rings=(RAISER, DUTY)),
        Step("withdraw", ("new",), "withdrawn", (RAISER,), rings=(HEAD,), sets_off="forget"),
    ),
)
DECISION = MatterKind(
    "decision",
    "XK",
    None,
    raised_by=(OFFICE, LEADER),
    begins="asked",
    ends={
        "decided": given(ANSWER),
        "agreed": NOTHING,  # a yes to what was asked
        "withdrawn": NOTHING,
    },
    keeps=FIVE_YEARS,
    reads=(RAISER, OWNER, ASSIGNER, OFFICE, LEADER),
    numbered=True,
    apart=True,
    owned_by=Role.LEADER,
    steps=(
        Step("consent", ("asked",), "agreed", (OWNER, ASSIGNER), sets_off="agreed"),
        Step("agree", ("asked",), "asked", (LEADER,), unless=(OWNER, ASSIGNER)),
        Step(
            "differ",
            ("asked",),
            "asked",
            (LEADER,),
            (ANSWER,),
            rings=(CHAIR, OFFICE),
            sets_off="differed",
        ),
        Step("table", ("asked",), "asked", (LEADER,), rings=(OFFICE, RAISER), sets_off="tabled"),
        Step(
            "inquire",
            ("asked",),
            "asked",
            (LEADER,),
            (ANSWER,),
            rings=(OFFICE,),
            sets_off="question",
        ),
        Step(
            "conclude",
            ("asked", "put_off"),
            "decided",
            (CHAIR, OWNER, ASSIGNER, OFFICE),
            (ANSWER,),
            asked_as="conclusion",
        ),
        Step(
            "put_off",
            ("asked",),
            "put_off",
            (CHAIR, OWNER, ASSIGNER, OFFICE),
            (RETURN,),
            rings=(RAISER,),
            sets_off="postponed",
        ),
        Step("return", ("put_off",), "asked", (CLOCK,), rings=(OFFICE,)),
        Step("undo", ("decided", "agreed"), "asked", (CLOCK,)),
        Step("withdraw", ("asked", "put_off"), "withdrawn", (OFFICE, RAISER)),
    ),
)
CONCLUSION = MatterKind(
    "conclusion",
    "KL",
    None,
    raised_by=(OFFICE, LEADER),
    begins="open",
    ends={
        "closed": given(ANSWER, SECOND),
        "answered": NOTHING,  # what it asked was answered there
        "done": given(TO_WHOM, LIMIT),
        "dropped": given(ANSWER),
        "unsaid": NOTHING,  # taken back, with all that it became
    },
    keeps=FIVE_YEARS,
    reads=(RAISER, OWNER, OFFICE, LEADER),
    assigns=(OFFICE, LEADER),
    apart=True,
    steps=(
        Step("report", ("open", "given"), "reported", (OWNER, OFFICE), (ANSWER,), rings=(RAISER,)),
        Step(
            "give", ("open",), "given", (OFFICE, LEADER), (TO_WHOM, LIMIT), sets_off="assignment"
        ),
        Step(
            "confirm", ("reported",), "closed", (RAISER, CHAIR), (SECOND,), rings=(OWNER, OFFICE)
        ),
        Step("return", ("reported",), "open", (RAISER, CHAIR), (ANSWER,), rings=(OWNER,)),
        Step(
            "drop",
            ("open", "given"),
            "dropped",
            (RAISER, CHAIR),
            (ANSWER,),
            rings=(OWNER, OFFICE),
            sets_off="cancel",
        ),
        Step("undo", ("open", "given", "answered"), "unsaid", (CLOCK,)),
        Step("answer", ("open",), "answered", (CLOCK,)),
        Step("done", ("given",), "done", (CLOCK,), rings=(RAISER,)),
        Step("fell", ("given",), "open", (CLOCK,), rings=(OFFICE,)),
    ),
)
DOCUMENT = MatterKind(
    "document",
    "CV",
    Duty.DOCUMENTS,
    raised_by=(OFFICE, DUTY),
    begins="received",
    ends={"closed": given(NUMBER, TO_WHOM), "filed": given(ANSWER), "withdrawn": NOTHING},
    keeps=FIVE_YEARS,
    reads=(RAISER, OWNER, DUTY, OFFICE, LEADER),
    assigns=(OFFICE, LEADER),
    names_body=True,
    steps=(
        Step("hand", ("received",), "doing", (OFFICE, LEADER), (TO_WHOM,), rings=(OWNER,)),
        Step("answer", ("doing",), "closed", (OWNER, OFFICE), (NUMBER,), rings=(RAISER,)),
        Step("back", ("doing",), "received", (OWNER,), (ANSWER,), rings=(OFFICE,)),
        Step("file", ("received",), "filed", (OFFICE,), (ANSWER,)),
        Step("reopen", ("closed",), "doing", (OFFICE,), (ANSWER,), rings=(OWNER,)),
        Step("withdraw", ("received",), "withdrawn", (RAISER,)),
    ),
)
REMARK = MatterKind(
    "remark",
    "CD",
    None,
    raised_by=(LEADER,),
    begins="said",
    ends={
        "closed": given(ANSWER),
        "seen": NOTHING,  # there was nothing to answer
        "withdrawn": NOTHING,
    },
    limits={"said": Limit(2, working=True)},
    keeps=A_YEAR,
    reads=(RAISER, OWNER, OFFICE, LEADER),
    assigns=(RAISER,),
    replies=("answer", "again"),
    steps=(
        Step("answer", ("said",), "answered", (OWNER, OFFICE), (ANSWER,), rings=(RAISER,)),
        Step("seen", ("said",), "seen", (OWNER, OFFICE), rings=(RAISER,)),
        Step("again", ("answered",), "said", (RAISER,), (ANSWER,)),
        Step("close", ("answered",), "closed", (RAISER, OFFICE)),
        Step("withdraw", ("said",), "withdrawn", (RAISER,)),
    ),
)
ROWS = (RECOMMENDATION, DIFFICULTY, OPINION, DECISION, CONCLUSION, DOCUMENT, REMARK)
KINDS: Mapping[str, MatterKind] = {kind.code: kind for kind in ROWS}
BY_PREFIX: Mapping[str, MatterKind] = {kind.prefix: kind for kind in ROWS}


def kind_of(code: str) -> MatterKind:
    if code not in KINDS:
        raise Refusal("unknown_button")
    return KINDS[code]
