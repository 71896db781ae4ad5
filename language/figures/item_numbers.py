"""Tells which numbers of a report line count people and which measure work."""

from itertools import takewhile

from language.dates.mark import has_marks, titled
from language.figures.headcount import SEPARATORS, Item
from language.line.fold import bare
from language.line.numbers import Number, digit_at, number_at
from language.line.phrases import phrases
from language.line.vocabulary import group
from language.line.words import Line

LABELLED = ("people", "organisations", "absent", "present", "planned")
GOES_ON = ("còn", "nhưng", "mà", "rồi", "vì", "do", "nữa", "nhé", "ạ", "thôi", "thì")
"""What goes on behind a figure that ends its clause."""
SPLIT = ("length_", "area_", "waste_ton", "waste_m3", "money")
HALVES = (*SPLIT, "waste_truck", "waste_bag", "workdays")
ALONE_ONE = ("length_km", "waste_ton*1", "waste_ton*0.1", "waste_m3")
SPOKEN_TENTHS, FOURTH = ("waste_m3*1", "length_km*1", "waste_ton*1"), 4
DOZEN = 12
TEN, LARGEST_TYPED, THOUSAND = 10, 100, 1000
SPANS_OF_TIME, WHICH = ("tuan", "thang", "buoi", "hom", "ngay"), ("nay",)
SO_NEAR, LETTERS = 4, tuple("abcdefgh")
SHARES = ("khoang", "dat", "duoc", "tam", "chung", "co")
LOADS = ("waste_ton", "waste_bag", "waste_truck")
MONEY = ("nghin", "ngan", "ruoi")
RANGES = ("-", "–", "đến", "tới", "den", "toi")
HALF = ("rưỡi", "ruoi", "rưởi")
HALVED = ("nửa", "nữa", "nua")
TOLD_LATER = ("den", "toi", "ve", "bao", "gui", "rep", "loi", "noi", "nop", "chot", "tinh")
OTHER_WORDS = ("sau", "tu", "bay")
ALWAYS_WORDS = ("khong", "nam", "ba", "sau", "bay", "tu", "mot")


def count_item(line: Line, i: int) -> Item | None:
    found = _half(line, i) or number_at(line, i)
    if found and found.whole and line.text_at(found.end) == "tá":
        return Item("num", int(found.value) * DOZEN, i, found.end + 1, approx=True)
    if not found or (found.words and not _word_number(line, i, found)):
        return None
    if found.words and titled(line, i):
        return None  # «bác Tám»
    if line.words[i].digits and len(line.words[i].text) > 6:
        return Item("skip", None, i, found.end)
    if _hidden_digit(line, found):
        return Item("vague", "any", i, found.end + 1)
    measure, end = _ages(line, i, found) or _from_to(line, found) or _unit(line, found)
    measure = measure or _sum_in_words(line, i, found) or _hung(line, i)
    if not measure and (served := _served(line, i, found)):
        measure, end = served, _who_was_served(line, found.end)
    if measure:
        other = found.other if measure.startswith(SPLIT[:-1]) else None
        return Item("measure", (found.value, measure), i, end, other=other)
    if not found.whole:
        return Item("skip", found.value, i, found.end)
    item = Item("num", int(found.value), i, found.end, grouped=found.grouped)
    if _letter_for_nought(line, found):
        return Item("num", int(found.value) * 10, i, found.end + 1, approx=True)
    item.approx = line.text_at(found.end) == "chau" or (found.words and _one_more(line, i, found))
    item.approx = item.approx or _misspelt(line, found) or _half_heard(line, i, found)
    tag, end = phrases("figures", "approximate_after").tag(line, found.end)
    if tag:
        item.approx, item.end = True, end
    return item


def _ages(line: Line, i: int, found: Number) -> tuple[str, int] | None:
    """«tuổi từ 61 đến 78», «độ tuổi 18-25»: how old they are, and not how many."""
    first = i - 1 if line.bare_at(i - 1) in ("tu", "doi") else i
    last = number_at(line, found.end + 1) if line.text_at(found.end) in RANGES else None
    aged = last and line.text_at(first - 1) in ("tuổi", "tuoi")
    return ("beside*1", last.end) if last and aged else None


def _from_to(line: Line, found: Number) -> tuple[str, int] | None:
    """«18-20 tuổi», «từ 61 đến 78 tuổi»: the unit of both."""
    last = number_at(line, found.end + 1) if line.text_at(found.end) in RANGES else None
    tag, end = phrases("figures", "beside").tag(line, last.end) if last else ("", 0)
    return (tag, end) if tag.startswith("beside") else None


def _hidden_digit(line: Line, found: Number) -> bool:
    """«2x người»: somewhere in the twenties."""
    j = found.end
    letter = line.text_at(j) in ("x", "xx", "mấy") and line.words[j].glued and not found.words
    return letter and found.value < LARGEST_TYPED and not number_at(line, j + 1)


def _sum_in_words(line: Line, i: int, found: Number) -> str:
    """«mỗi suất năm trăm nghìn», «quà 900 nghìn»: money, whose «đồng» is left out."""
    if found.value < THOUSAND or line.words[found.end - 1].bare not in MONEY:
        return ""
    told = {tag for tag, _, _ in phrases("figures", "topics").find(line)}
    if phrases("figures", "people").at(line, found.end)[0]:
        return ""
    return "money*1" if told & {"each", "raised", "gift"} else ""


def _half_heard(line: Line, i: int, found: Number) -> bool:
    """«ba bảy hai mốt người»: a figure before it that belongs to nothing."""
    before = line.words[i - 1] if i > 0 else None
    told = before is not None and (before.marked or line.accented)
    if not told or not found.words or found.end <= i + 1:
        return False
    placed = line.text_at(i - 2) in group("figures", "series")
    return not placed and digit_at(line, i - 1) > 0 and number_at(line, i - 1) is not None


def _misspelt(line: Line, found: Number) -> bool:
    """«hai mươi lắm người», «bảy mươi mố ng»: a last figure that nobody can read."""
    j, lists = found.end, ("people", "chat", "organisations", "approximate_after")
    tens = found.words and found.value > TEN and not found.value % TEN
    strange = tens and line.text_at(j).isalpha() and not phrases("figures", *lists).at(line, j)[0]
    return strange and bool(phrases("figures", "people").at(line, j + 1)[0])


def _letter_for_nought(line: Line, found: Number) -> bool:
    """«4o người»."""
    j = found.end
    return line.text_at(j) == "o" and line.words[j].glued and found.value < LARGEST_TYPED


def _hung(line: Line, i: int) -> str:
    """«treo 40 cờ»: things, and nobody who came."""
    return "other*1" if line.bare_at(i - 1) in group("figures", "hung") else ""


def half_item(line: Line, i: int) -> Item | None:
    """«nua khoi rac»: half a cubic metre before it is «nữa»; «cây số rưỡi» has no number."""
    if _half(line, i):
        return count_item(line, i)
    before = phrases("figures", "approximate").at(line, i - 1)[0] if i else []
    return (one_of_it(line, i) if before else None) or _one_and_half(line, i)


def one_of_it(line: Line, i: int) -> Item | None:
    """«gần cây số», «hơn tấn rác»: about one, whose number is left out."""
    tag, end = phrases("figures", "units").tag(line, i)
    told = tag.startswith(ALONE_ONE) and not number_at(line, end)
    return Item("measure", (1.0, tag), i, end) if told else None


def _one_and_half(line: Line, i: int) -> Item | None:
    tag, end = phrases("figures", "units").tag(line, i)
    told = tag.startswith(HALVES) and not tag.startswith("money") and line.text_at(end) in HALF
    return Item("measure", (1.5, tag), i, end + 1) if told else None


def _half(line: Line, i: int) -> Number | None:
    """«nửa tấn», «nửa cây số»: half of what is weighed or measured."""
    if line.text_at(i) not in HALVED or i + 1 >= len(line):
        return None
    tag, _ = phrases("figures", "units").tag(line, i + 1)
    return Number(0.5, i + 1) if tag.startswith(HALVES) else None


def _served(line: Line, i: int, found: Number) -> str:
    """«hướng dẫn 50 người», «khám bệnh cho 100 người»: who was helped, not who came."""
    if _who_was_served(line, found.end) == found.end:
        return ""
    end = i
    while line.bare_at(end - 1) in ("cho", "duoc", "dc", "mien", "phi"):
        end -= 1
    near = (phrases("figures", "for_whom").tag(line, k) for k in range(max(0, end - 4), end))
    told = next((tag for tag, after in near if tag and after == end), "")
    alone = told == "other*1" and line.bare_at(i - 1) != "cho"
    return "" if alone else told


def _who_was_served(line: Line, j: int) -> int:
    """Behind «người», «bà con», «ng dân»."""
    _, end = phrases("figures", "people").at(line, j)
    tag, after = phrases("figures", "organisations").tag(line, end)
    return after if tag == "KHAC" and number_at(line, after) is None else end


def _one_more(line: Line, i: int, found: Number) -> bool:
    """«năm sáu người», «ba bốn chục»: two figures in a row are a guess."""
    before = number_at(line, i - 2 if line.text_at(i - 1) == "," else i - 1)
    if not before or not before.words or not 1 <= before.value <= 8:
        return False
    return str(int(found.value))[0] == str(int(before.value) + 1)


def words_item(line: Line, i: int) -> Item | None:
    """«nam muoi» is fifty and no man, «tam muoi ba» may be eighty-three: then it is asked."""
    bare = line.bare_at(i)
    if line.words[i].marked or bare not in ("nam", "tam"):
        return None
    item = count_item(line, i)
    if item and item.kind == "measure" and bare == "nam":
        return item if _spelt_in_full(line, i) else None  # «trong nam muoi cay»
    if not item or item.end <= i + 1 or item.kind != "num" or (bare == "nam" and both_sexes(line)):
        return None
    item.approx = item.approx or bare == "tam"
    return item


def _spelt_in_full(line: Line, i: int) -> bool:
    found = number_at(line, i)
    return found is not None and found.end > i + 1


def both_sexes(line: Line) -> bool:
    return any(w.text == "nữ" or w.text == "nu" for w in line.words)


def _word_number(line: Line, i: int, found: Number) -> bool:
    """A single unmarked word is a number only beside what it counts."""
    word = line.words[i]
    if found.end > i + 1:
        return True
    later = word.text == "sau" and line.bare_at(i - 1) in TOLD_LATER
    if word.bare == "khong" or later or (word.text in OTHER_WORDS and has_marks(line)):
        return False  # «em báo sau» is no six
    if word.marked or word.bare not in ALWAYS_WORDS:
        return len(line) == 1 or _beside(line, i, found.end)
    return _beside(line, i, found.end) and word.bare != "nam"


def _beside(line: Line, i: int, j: int) -> bool:
    """Does what it counts stand after it, or a label before it at the end of a clause?"""
    labels = [phrases("figures", s) for s in LABELLED]
    if line.text_at(j) in ("nam", "nữ", "nu") and both_sexes(line):
        return True  # «mười bốn nữ sáu nam»
    if j < len(line) and any(p.at(line, j)[0] for p in (*labels, phrases("figures", "units"))):
        return True
    if i == 0 or (j < len(line) and line.text_at(j) not in (*SEPARATORS, *GOES_ON)):
        return False
    first, before = _before_small_words(line, i), (*labels, phrases("figures", "delta"))
    return any(p.at(line, k)[1] in (first, i) for p in before for k in range(max(0, first - 4), i))


def _before_small_words(line: Line, i: int) -> int:
    """«nông dân thì được chín»: where the words end that stand between a body and its figure."""
    while line.bare_at(i - 1) in map(bare, group("figures", "come_to")):
        i -= 1
    return i


def _says_more(line: Line, j: int) -> bool:
    """«60 co mat 45»: «co» is no flag here."""
    return any(phrases("figures", s).at(line, j)[0] for s in ("present", "planned", "absent"))


def _unit(line: Line, found: Number) -> tuple[str, int]:
    j = found.end
    tag, end = phrases("figures", "beside", "units").tag(line, j) if j < len(line) else ("", j)
    if not tag or _no_unit(line, j, tag, end) or _people_rather(line, j, tag, end):
        return "", j
    if line.text_at(j) == "to" and end == j + 1:
        return "other*1", end  # «tổ» or «tờ»
    if line.bare_words(j, end) == "don vi" and any(w.bare == "mau" for w in line.words):
        return "blood_units*1", end  # «hiến máu được 56 đơn vị»
    if tag.startswith(LOADS) and (after := _goods(line, end)):
        return "other*1", after  # «50 kg gạo»
    if found.whole and tag.startswith((*HALVES, "trees*1")) and line.text_at(end) in HALF:
        return f"{_whole_unit(tag)}+5", end + 1  # «2 tấn rưỡi»
    if found.whole and tag == "money*1000000" and (more := _and_hundreds(line, end)):
        return f"{tag}+{more[0]}", more[1]  # «2 triệu 1 trăm»
    if found.whole and _thousandths(line, tag, end):
        return f"{tag}+{line.words[end].value / 100:g}", end + 1  # 1km200, 1tr350
    if found.whole and _tenths(line, tag, end):
        return f"{tag}+{line.text_at(end)}", end + 1  # 1tr5, 1km5, «3 triệu 5»
    if found.whole and (tenths := _tenths_said(line, tag, end)):
        return f"{tag}+{tenths}", end + 1  # «hai khối tư», «2 khối 7»
    return _road_and_tenths(line, tag, end) or (tag, end)


def _goods(line: Line, j: int) -> int:
    listed, end = phrases("figures", "goods").at(line, j)
    return end if listed else 0


def _and_hundreds(line: Line, j: int) -> tuple[float, int] | None:
    """«1 trăm», «ba trăm nghìn» behind millions, as tenths of a million."""
    more = number_at(line, j)
    if not more or not more.words or not 100 <= more.value < 1_000_000:
        return None
    worth = more.value if more.value >= THOUSAND else more.value * THOUSAND
    end = more.end + (line.bare_at(more.end) == "dong")
    return worth / 100_000, end


def _road_and_tenths(line: Line, tag: str, j: int) -> tuple[str, int] | None:
    """«đường một cây hai»: a kilometre and two tenths, where no tree is planted."""
    tenths = number_at(line, j)
    if tag != "trees*1" or not tenths or tenths.end != j + 1 or not 0 < tenths.value < 10:
        return None
    told = {topic for topic, _, _ in phrases("figures", "topics").find(line)}
    if "road" not in told or "trees" in told or not _ends_there(line, tenths.end):
        return None
    return f"length_km*1+{int(tenths.value)}", tenths.end


def _ends_there(line: Line, j: int) -> bool:
    alone = j == len(line) or line.text_at(j) in SEPARATORS
    return alone or bool(phrases("figures", "chat").at(line, j)[0])


def _tenths(line: Line, tag: str, j: int) -> bool:
    """A single figure behind the unit; a figure apart only of money and tons, and alone there."""
    if j >= len(line) or not (line.words[j].digits and len(line.text_at(j)) == 1):
        return False
    if line.words[j].glued:
        return tag.startswith(SPLIT)
    if not tag.startswith(("money*1000000", "waste_ton*1")):
        return False
    after = number_at(line, j)
    counts = any(phrases("figures", s).at(line, j + 1)[0] for s in (*LABELLED, "units"))
    counts = counts and not _only_politeness(line, j + 1)
    return after is not None and after.end == j + 1 and not counts


def _tenths_said(line: Line, tag: str, j: int) -> int:
    """«hai khối tư», «2 khối 7», «một cây số hai»: where the clause ends."""
    word = line.words[j] if j < len(line) else None
    if word is None or not tag.startswith(SPOKEN_TENTHS) or not _clause_ends(line, j + 1):
        return 0
    if word.digits:
        return word.value if 0 < word.value < TEN else 0
    return FOURTH if word.text in ("tư", "tu") else digit_at(line, j)


def _clause_ends(line: Line, j: int) -> bool:
    return line.text_at(j) in (*SEPARATORS, "") or _only_politeness(line, j)


def _thousandths(line: Line, tag: str, j: int) -> bool:
    """Three figures typed on to the unit, and no unit of their own."""
    typed = j < len(line) and line.words[j].glued and line.words[j].digits
    whole = typed and len(line.text_at(j)) == 3 and tag.startswith(("length_km", "money*1000000"))
    return whole and not phrases("figures", "units").at(line, j + 1)[0]


def _whole_unit(tag: str) -> str:
    return "length_km*1" if tag == "trees*1" else tag  # there is no half a tree


def _only_politeness(line: Line, j: int) -> bool:
    """To the end of the clause."""
    clause = takewhile(lambda word: word.text not in SEPARATORS, line.words[j:])
    return all(word.bare in group("days", "polite") for word in clause)


def _was_mended(line: Line, j: int) -> bool:
    """«sửa được 1 nha», «lợp xong 2 nha»: houses."""
    done = line.bare_at(j - 2) in ("duoc", "dc", "xong")
    return done and line.bare_at(j - 3) in ("sua", "lop", "xay")


def _people_rather(line: Line, j: int, tag: str, end: int) -> bool:
    """«lượt người» counts people where «lượt» alone would be guided."""
    _, people_end = phrases("figures", "people").at(line, j)
    _, org_end = phrases("figures", "organisations").tag(line, j)
    body = org_end > end or (org_end == end and not tag.startswith("bodies"))
    return people_end > end or body or (people_end == end and tag.startswith("guided"))


def _plants(line: Line) -> bool:
    """«trong 20 chau hoa», but «trong do 5 chau nho»."""
    at = (i for i, word in enumerate(line.words) if word.bare == "trong")
    return any(line.bare_at(i + 1) not in ("do", "so") for i in at)


def _other_before(line: Line, j: int) -> bool:
    """«tuan truoc 30 tuan nay»: one of which another was named just before."""
    named = any(line.bare_at(k) == line.bare_at(j) for k in range(max(0, j - SO_NEAR), j))
    return named and line.bare_at(j + 1) in WHICH


def _goes_on(line: Line, j: int) -> bool:
    """A figure, a body, a place behind «con»: it is «còn», and counts no beast."""
    if line.text_at(j).isdecimal() or line.text_at(j) in ("lai", "lại"):
        return True
    place = phrases("figures", "places").at(line, j)
    named = bool(place[0]) and line.text_at(place[1]).isdecimal()
    return named or bool(phrases("figures", "organisations").at(line, j)[0])


def _no_unit(line: Line, j: int, tag: str, end: int) -> bool:
    text, following = line.text_at(j), line.text_at(end)
    if line.bare_at(j) in SPANS_OF_TIME and end == j + 1 and _other_before(line, j):
        return True  # «tuan truoc 30 tuan nay 25»
    if text == "chau" and end == j + 1 and not _plants(line):
        return True  # «20 chau»: children before pots
    if tag.startswith("other"):
        place = text in ("điểm", "khu", "thôn", "tổ", "nhóm", "lần")
        people = line.bare_at(end + 1) in ("nguoi", "ng")  # «5 tổ 45 người»
        if line.words[j].text == "con" and _goes_on(line, end):
            return True  # «vang 4 con 36», «ld5 con ccb k co ai», «dc 33 con khu 2 k biet»
        if _says_more(line, j) or (place and following.isdecimal() and not people):
            return True  # «20 khu 3»
    if text == "cu" and not {"tien", "qua", "gop", "ho"} & {w.bare for w in line.words}:
        return True  # «13 cu»: old people before millions
    if text in ("k", "đ", "t") and end == j + 1 and not line.words[j].glued:
        return True
    if text == "t" and end == j + 1 and not any(w.bare == "rac" for w in line.words):
        return True
    if text == "phần" and end == j + 1 and line.bare_at(j - 2) in SHARES:
        return True  # «đạt khoảng 8 phần»: of ten
    if text == "team" and following in LETTERS:
        return True  # «team A 11 team B 13»
    if text == "lan" and end == len(line):
        return True  # «dk toi 30 lan» is «lận»
    if text in ("chieu", "cho", "do", "la") or (text == "độ" and number_at(line, end)):
        return True  # «147 chieu qua», «giao 147 cho Nam», «them 4 la 19», «20 độ 30 người»
    if tag == "households*1" and text in ("nhà", "nha") and line.bare_at(j + 1) == "van":
        return True
    if (
        text == "nha"
        and end == j + 1
        and line.bare_at(end) not in group("days", "after_house")
        and _only_politeness(line, end)
        and not _was_mended(line, j)
    ):
        return True  # «45 nha», «45 nha a»
    price = tag.startswith("money") and text in ("đ", "d") and line.text_at(j + 1) == "/"
    return price or (text in ("giờ", "gio") and end == j + 1)  # «5 đ/c» are comrades
