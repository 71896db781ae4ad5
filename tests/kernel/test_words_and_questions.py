"""Anybody asks, begins, writes and sends, in any order: no words stand under a question that was
not addressed, and nothing that was sent along is lost."""

import json

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from tests.helpers.assignments import give, number_from
from tests.helpers.machines import WALK, TownMachine
from tests.town import BINH, LAN, THANG

WORK = (147, 148)
NONE_OF_THEM = "Không câu nào"
BEGUN = {"a.block": "work.block", "a.release": "work.release", "a.done": "work.done"}
COUNT = "dtn 20 pn 15"
QUESTION = "mấy giờ họp {} ạ"
DEAF = {
    COUNT: ("work.block", "work.release"),
    QUESTION: ("work.block", "work.release", "work.done"),
}
"""A number of people is no reason, a question no result: it is for an older one that hears it."""
WORDS = (
    "chờ phường gửi giấy {}",
    "em đã dán {} ở nhà văn hóa",
    "khoan để em hỏi lại {}",
    QUESTION,
    COUNT,
)
WITH_A_PHOTO = (
    "147 60%",
    "147 vướng mưa to",
    "147 còn chờ vôi",
    "gia hạn 148 đến 30/11, chờ vôi",
    "xong 148, 6 hộ đã ký",
)
STANDS = {
    "work.block": "SELECT subject, text FROM journal WHERE event = 'blocked'",
    "work.release": "SELECT subject, text FROM journal WHERE event = 'release_asked'",
    "work.done": "SELECT assignment_id, text FROM completion",
    "work.answer": (
        "SELECT json_extract(facts, '$.answers'), text FROM journal"
        " WHERE event = 'said' AND json_extract(facts, '$.answers')"
    ),
}
"""Where the words stand that answered a question of this topic, and what it was about."""
OPEN = (
    "SELECT topic, expectation.subject FROM expectation JOIN person ON person.id = person_id"
    " WHERE telegram_id = :who ORDER BY at DESC, expectation.id DESC"
)
KEPT = "SELECT answers FROM expectation"
ON_ITS_WAY = (
    "SELECT coalesce(sum(json_array_length(message, '$.files')), 0) FROM letter"
    " WHERE state = 'waiting'"
)
"""A voice goes along with the letter, which waits for half a minute: it may be undone."""


class Talk(TownMachine):
    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, set[tuple[str, int]]] = {}
        """Of each line, the questions that it may stand under."""
        self.photos, self.number, self.left = 0, 0, 0

    @initialize()
    def move_in(self) -> None:
        self.open()
        self.do(self._begin())

    async def _begin(self) -> None:
        await number_from(self.town, WORK[0])
        await give(self.town, THANG, "Bình")
        await give(self.town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
        self.ids = dict(await self.town.sql("SELECT number, id FROM assignment"))

    @rule(number=st.sampled_from(WORK), verb=st.sampled_from(sorted(BEGUN)))
    def begin(self, number: int, verb: str) -> None:
        self.do(self.town.press(BINH, f"{verb}:{self.ids[number]}"))

    @rule(number=st.sampled_from(WORK))
    def ask(self, number: int) -> None:
        """Lan asks; a minute later she may ask again."""
        self.number += 1
        self.do(self.town.press(LAN, f"a.question:{self.ids[number]}"))
        self.do(self.town.write(LAN, f"Sao chậm, lần {self.number}?"))

    @rule(words=st.sampled_from(WORDS))
    def write(self, words: str) -> None:
        self.number += 1
        text = words.format(f"K{self.number}")
        waiting = self.do(self.town.sql(OPEN, who=BINH.id))
        deaf = DEAF.get(words, ())
        prose = [(t, subject) for t, subject in waiting if t in STANDS and t not in deaf]
        self.said.setdefault(text, set()).update(prose[:1])
        kept = self.do(self._kept())
        self.do(self.town.write(BINH, text))
        self._asked(text)
        if "không ghi gì" in self.town.phone(BINH).last.text:
            self.left += kept - self.do(self._kept())

    @rule()
    def photo(self) -> None:
        self.photos += 1
        self.do(self._photo())

    async def _photo(self) -> None:
        await self.town.phone(BINH).photo()
        await self.town.settle()

    @rule()
    def voice(self) -> None:
        self.photos += 1
        self.do(self._voice())

    async def _voice(self) -> None:
        await self.town.phone(BINH).voice()
        await self.town.settle()

    @rule(words=st.sampled_from(WITH_A_PHOTO))
    def photo_with_words(self, words: str) -> None:
        """«147 60%» under a photo: what the words ask for keeps it too."""
        self.photos += 1
        self.do(self._captioned(words))

    async def _captioned(self, words: str) -> None:
        await self.town.phone(BINH).photo(words)
        await self.town.later(minutes=1)

    @rule(choice=st.integers(0, 3))
    def choose(self, choice: int) -> None:
        """Whatever is asked last is chosen: then it was meant."""
        last = self.town.phone(BINH).last
        if "trả lời câu nào" in last.text and last.labels:
            label = last.labels[choice % len(last.labels)]
            kept = self.do(self._kept())
            self.do(self.town.tap(BINH, label, last))
            if label == NONE_OF_THEM:
                self.left += kept - self.do(self._kept())

    @rule()
    def later(self) -> None:
        self.do(self.town.later(minutes=1))

    def _asked(self, text: str) -> None:
        """What was asked which may come to stand wherever it is then said to belong."""
        last = self.town.phone(BINH).last
        if "trả lời câu nào" in last.text:
            self.said[text] |= {("any", 0)}

    @invariant()
    def words_stand_where_they_were_addressed(self) -> None:
        for topic, sql in STANDS.items() if hasattr(self, "ids") else ():
            for subject, text in self.do(self.town.sql(sql)):
                for line in (text or "").splitlines():
                    where = self.said.get(line)
                    spoken = where is not None and not where
                    assert where is None or spoken or where & {(topic, subject), ("any", 0)}, (
                        line,
                        topic,
                        subject,
                        where,
                    )

    @invariant()
    def nothing_sent_along_is_lost(self) -> None:
        if hasattr(self, "ids"):
            assert self.do(self._kept()) + self._refused() >= self.photos - self.left

    async def _kept(self) -> int:
        [(proofs,)] = await self.town.sql("SELECT count(*) FROM attachment")
        carried = await self.town.sql("SELECT facts FROM journal WHERE event = 'said'")
        brought = sum(m.kind in ("photo", "voice") for m in self.town.phone(THANG).messages)
        asked = [json.loads(answers) for (answers,) in await self.town.sql(KEPT)]
        waiting = sum(len(a.get("proofs", ())) + bool(a.get("sent")) for a in asked)
        files = sum(len(json.loads(facts)["files"]) for (facts,) in carried)
        [(on_its_way,)] = await self.town.sql(ON_ITS_WAY)
        return int(proofs) + files + waiting + brought + int(on_its_way)

    def _refused(self) -> int:
        """Where nothing is kept it is said at once."""
        shown = self.town.phone(BINH).messages
        return sum("chưa rõ của việc nào" in m.text for m in shown)


TestTalk = Talk.TestCase
TestTalk.settings = settings(WALK, max_examples=6, stateful_step_count=14)
