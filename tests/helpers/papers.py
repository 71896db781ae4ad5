"""What stands on the paper that somebody was sent."""

import io

from docx import Document

from tests.town import Neighbour, Town


async def printed(town: Town, who: Neighbour) -> str:
    """The last Word file on somebody's telephone: its lines, then its tables."""
    sent = town.phone(who).last.content["document"]
    paper = Document(io.BytesIO(town.world.state.files[sent["file_id"]].content))
    cells = (cell.text for table in paper.tables for cell in table._cells)
    return "\n".join([*(line.text for line in paper.paragraphs), *cells])
