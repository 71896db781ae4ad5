"""Says back what was understood, in words that are read again as the same."""

from datetime import date, datetime, timedelta

from language.dates.moments import Moment, When
from language.figures.headcount import Turnout
from language.line.vocabulary import book

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
RULE_DAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), WEEKDAYS, strict=True))
SAID, ORGANISATIONS = book("figures")["said"], book("figures")["said_organisations"]


def say_number(value: float) -> str:
    """1.250; 4,9."""
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    return f"{value:g}".replace(".", ",")


# --- days and hours --------------------------------------------------------


def say_day(day: date, today: date) -> str:
    """«thứ Sáu, 27/11»; the year only where it is not the obvious one."""
    plain = f"{WEEKDAYS[day.weekday()]}, {day.day}/{day.month}"
    return plain if today <= day <= date(today.year, 12, 31) else f"{plain}/{day.year}"


def _clock(moment: datetime) -> str:
    return (
        f"{moment.hour:02d}h{moment.minute:02d}"
        if moment.hour < 6
        else f"{moment.hour}h{moment.minute:02d}"
    )


def _moment(moment: Moment, today: date) -> str:
    if isinstance(moment, datetime):
        return f"{_clock(moment)} {say_day(moment.date(), today)}"
    return say_day(moment, today)


def say_when(value: When, today: date | None = None) -> str:
    """The moment in words, or nothing. `today` is only needed if it is not the value's own."""
    today = today or value.today
    if value.start is None:
        return ""
    if value.kind == "ask":
        return _question(value, today)
    if value.kind == "every":
        return _rule(value)
    if value.kind == "span" and value.end is not None:
        return _span(value.start, value.end, today)
    text = _moment(value.start, today)
    if value.kind == "before":
        return f"chậm nhất {text}"
    if value.kind == "after":
        return f"{'sau' if isinstance(value.start, datetime) else 'từ'} {text}"
    return text


def _question(value: When, today: date) -> str:
    likely = say_when(When(value.likely, value.start, value.end, rule=value.rule), today)
    if value.other is None:
        return f"{likely}?"
    return f"{likely} hay {say_when(value.other, today)}?"


def _span(start: Moment, end: Moment, today: date) -> str:
    if isinstance(start, datetime) and isinstance(end, datetime):
        if start.date() == end.date():
            return f"{_clock(start)}-{_clock(end)} {say_day(start.date(), today)}"
        if end.time().isoformat() == "00:00:00" and end.date() == start.date() + timedelta(days=1):
            return f"{_clock(start)}-24h00 {say_day(start.date(), today)}"
    return f"từ {_moment(start, today)} đến {_moment(end, today)}"


def _rule(value: When) -> str:
    parts = dict(part.split("=") for part in value.rule.split(";"))
    clock = f"{_clock(value.start)} " if isinstance(value.start, datetime) else ""
    return clock + _rate(parts)


def _rate(parts: dict[str, str]) -> str:
    rate, by = parts["FREQ"], parts.get("BYDAY", "")
    if rate == "DAILY":
        return "hằng ngày"
    if rate == "YEARLY":
        return "hằng năm"
    if rate == "WEEKLY":
        days = ", ".join(RULE_DAYS[d] for d in by.split(","))
        return f"{days} {'2 tuần một lần' if parts.get('INTERVAL') == '2' else 'hằng tuần'}"
    often = "hằng quý" if parts.get("INTERVAL") == "3" else "hằng tháng"
    if by:
        return f"{RULE_DAYS[by[-2:]]} {'cuối' if by.startswith('-') else 'đầu'} tháng {often}"
    day = parts.get("BYMONTHDAY", "1")
    return f"cuối tháng {often}" if day == "-1" else f"ngày {day} {often}"


# --- figures ---------------------------------------------------------------


def say_turnout(value: Turnout) -> str:
    """«45 người (ĐTN 20, PN 25), đăng ký 60, vắng 15; 2,5 km đường»."""
    people = _people(value)
    results = [say_metric(code, amount) for code, amount in value.metrics.items()]
    return "; ".join(part for part in (people, *results) if part)


def say_metric(code: str, amount: float) -> str:
    return str(SAID.get(code, "{} " + code)).format(say_number(amount))


def _people(value: Turnout) -> str:
    if value.status == "delta" and value.total is not None:
        return _change(value)
    parts = ", ".join(
        f"{ORGANISATIONS.get(c, c)} {say_number(n)}" for c, n in value.by_org.items()
    )
    points = ", ".join(f"{place}: {say_number(n)}" for place, n in value.by_point.items())
    inner = parts or points
    said = []
    if value.total is not None:
        said.append(
            f"tổng {say_number(value.total)} người: {inner}"
            if inner
            else f"{say_number(value.total)} người"
        )
    elif inner:
        said.append(inner)
    if value.planned is not None:
        said.append(f"đăng ký {say_number(value.planned)}")
    if value.absent is not None:
        said.append(f"vắng {say_number(value.absent)}")
    text = ", ".join(said)
    return f"sửa lại: {text}" if value.status == "fix" and text else text


def _change(value: Turnout) -> str:
    assert value.total is not None
    word = "thêm" if value.total >= 0 else "bớt"
    if value.by_org:
        return ", ".join(f"{word} {n} {ORGANISATIONS.get(c, c)}" for c, n in value.by_org.items())
    return f"{word} {say_number(abs(value.total))} người"
