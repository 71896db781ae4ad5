"""What stands on a paper of visits that somebody is given."""

import io
from typing import Any

from docx import Document

from domain.letters import Message
from papers.visits import conference_list, programme_list, reminder_letter, road_paper
from storage import Work
from storage.accounts import actor_by_telegram
from tests.town import Town
from texts import Catalogue

PAPERS = {
    "conference_list": conference_list,
    "programme_list": programme_list,
    "reminder_letter": reminder_letter,
    "road_paper": road_paper,
}


async def paper_of(town: Town, who: Any, deed: Any, *args: Any) -> tuple[str, bytes]:
    """The paper that somebody is given."""

    def look(connection: Any) -> Message:
        actor = actor_by_telegram(connection, who.id, town.now, town.office_id)
        assert actor is not None
        return deed.run(Work(connection, actor, town.now), *args)

    message = await town.house.database.read(look)
    return PAPERS[message.paper](Catalogue().words(), message.facts)


async def printed(town: Town, who: Any, deed: Any, *args: Any) -> str:
    """What stands on it."""
    _, content = await paper_of(town, who, deed, *args)
    document = Document(io.BytesIO(content))
    lines = [paragraph.text for paragraph in document.paragraphs]
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "\n".join([*lines, *cells])
