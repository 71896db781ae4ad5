"""«CV 312/UBND ngày 24/11 …, trước 5/12» under a photo becomes work; «cv 312» finds it again."""

from actions.assignments import papers
from domain.access import Permission
from domain.letters import Message
from handlers.kit.drafted import from_paper
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("incoming_paper", may=Permission.OWN_WORK)
async def on_paper(turn: Turn) -> Response:
    """Who and, where it was not said, when are asked; then one tap gives it."""
    paper = turn.reading.incoming_paper
    if paper is None or _answers(turn):
        return PASS
    return await from_paper(turn, paper)


def _answers(turn: Turn) -> bool:
    """Said under something, or to an open question about work; which work was meant by earlier
    words is no question that a paper answers."""
    replies = turn.message is not None and turn.message.reply_to is not None
    asked = (e for e in turn.open if not e.asks_which)
    return replies or any(e.topic.startswith("work.") for e in asked)


@router.said("paper_asked", may=Permission.OWN_WORK)
async def on_paper_asked(turn: Turn) -> Response:
    asked = turn.reading.paper_asked
    if asked is None:
        return PASS
    return await turn.see(papers.from_paper, asked.number, asked.day) or PASS


@router.button("a.papers")
async def on_papers(turn: Turn) -> Message | None:
    return await turn.see(papers.papers_of, turn.subject)
