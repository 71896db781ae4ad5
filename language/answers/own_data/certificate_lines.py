"""«cho em xin giấy chứng nhận buổi 21/11», «giấy xác nhận đâu ạ»: somebody's own paper."""

import re

from language.line.yes_no import NO

_LEAD = (
    r"(?:(?:da|vang|\w+ oi|ad|cho|xin|em|e|toi|minh|chau|con|muon|can|lay|nhan|gui|giup|in|cap|hoi"
    r"|duoc|the|ve|bao gio co|khi nao co|sao chua co|chua thay)[ ,]+)*"
)
_PAPER = (
    r"(?:(?:to |cai )?(?:giay|phieu) (?:chung nhan|xac nhan)"
    r"|chung nhan (?:tinh nguyen|tham gia))"
)
_OF = (
    r"(?: (?:tinh nguyen|tham gia|da tham gia|(?:cua|cho) (?:em|e|toi|minh|chau))"
    r"| (?:(?:cua|cho|o) )?(?:buoi|hoat dong|ngay|hom|sang|thu|cn|chu nhat|\d{1,2}/)"
    r"[^?!.,]{0,40}?)*"
)
_TAIL = (
    r"(?:[ ,]+(?:dau|roi|chua|chua co|chua thay|co chua|bao gio co|khi nao co|voi"
    rf"|nhe|nha|a|em|e|the|vay|chi|anh|giup|duoc|dc|{NO}))*[ ?.!]*"
)
_ASKS = re.compile(f"{_LEAD}{_PAPER}{_OF}{_TAIL}")


def asks_certificate(folded: str) -> bool:
    """The whole line wants one's own certificate; «lớp có giấy chứng nhận không» asks of a day."""
    return bool(_ASKS.fullmatch(folded))
