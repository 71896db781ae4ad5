"""The hands of somebody at the page: they type, tap and look."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from sandbox.people import BY_KEY
from sandbox.stories import JUMP_WITHIN, Step

CONTRAST = Path(__file__).with_name("contrast.js")
PATIENCE = JUMP_WITHIN * 1000  # milliseconds
expect.set_options(timeout=PATIENCE)
ARTEFACTS = Path(__file__).resolve().parents[2] / "artefacts"


class Desk:
    """The page, in a window of some size."""

    def __init__(self, page: Page, narrow: bool) -> None:
        self.page = page
        self.narrow = narrow
        page.set_default_timeout(PATIENCE)

    def tab(self, name: str) -> None:
        self.page.locator(f"#tabs [data-name={name}]").click()

    def phone(self, key: str) -> Telephone:
        """Take a telephone into the hand, adding it to the page if need be."""
        person = BY_KEY[key]
        element = self.page.locator(f"#phone-{person.id}")
        if self.narrow:
            self.tab("phones")
        if not element.count():
            self.page.locator("#people button").last.click()
            self.page.locator("#box select").select_option(str(person.id))
            self.answer("OK")
        self.page.locator("#people").get_by_role("button", name=person.name).click()
        expect(element.locator(".log > li").first).to_be_attached()
        return Telephone(self, element)

    def answer(self, label: str) -> None:
        """Press a button of the dialog."""
        self.page.locator("#box").get_by_role("button", name=label, exact=True).click()

    def jump(self, label: str) -> None:
        if self.narrow:
            self.tab("time")
        self.page.locator("#jumps").get_by_role("button", name=label).click()
        expect(self.page.locator("body")).not_to_have_class("jumping")

    def notices(self, text: str) -> None:
        """What the page says about itself."""
        expect(self.page.locator("#notice")).to_contain_text(text)

    def faint(self) -> list[str]:
        """Words whose contrast with their ground is below WCAG AA, by the colours drawn."""
        found: list[str] = self.page.evaluate(CONTRAST.read_text("utf-8"))
        return found

    def picture(self, name: str) -> None:
        """Keep a picture of what is seen now."""
        ARTEFACTS.mkdir(exist_ok=True)
        self.page.screenshot(path=ARTEFACTS / f"{name}.png")

    def by_hand(self, step: Step) -> None:
        """Do a step of a story without the helping button."""
        if step.see:
            self.phone(step.see)
        phone = self.phone(step.who) if step.who else None
        if step.do == "note" or phone is None:
            return self.help()
        match step.do:
            case "write":
                phone.write(step.what)
            case "tap":
                phone.tap(step.what)
            case "photo":
                phone.attach("Ảnh mẫu", step.what)
            case _:
                self.help()
        return None

    def help(self) -> None:
        where = "#step-bar" if self.narrow else "#tour"
        if self.narrow:
            self.tab("phones")
        self.page.locator(f"{where} .choices button").first.click()


class Telephone:
    def __init__(self, desk: Desk, element: Locator) -> None:
        self.desk = desk
        self.element = element
        self.log = element.locator(".log")

    @property
    def last(self) -> Locator:
        return self.log.locator(".theirs").last

    def write(self, text: str) -> None:
        field = self.element.locator("textarea")
        field.fill(text)
        field.press("Enter")
        expect(field).to_have_value("")

    def ask(self, text: str) -> None:
        """Write, and wait for one more message of the bot."""
        theirs = self.log.locator(".theirs")
        before = theirs.count()
        self.write(text)
        expect(theirs).to_have_count(before + 1)

    def tap(self, label: str) -> None:
        """The newest inline button of that label, else the key of the reply keyboard."""
        inline = self.log.get_by_role("button", name=label, exact=True)
        keys = self.element.locator(".reply-keys").get_by_role("button", name=label, exact=True)
        expect(inline.or_(keys).first).to_be_visible(timeout=PATIENCE)
        self.dismiss()
        (inline if inline.count() else keys).last.click()

    def dismiss(self) -> None:
        """Press OK on an alert that stands over the screen."""
        alert = self.element.locator(".alert button")
        if alert.count():
            alert.click()

    def sees(self, text: str) -> None:
        expect(self.log).to_contain_text(text)

    def attach(self, kind: str, caption: str = "") -> None:
        self.element.get_by_role("button", name="Đính kèm").click()
        if caption:
            self.desk.page.locator("#box input").fill(caption)
        self.desk.answer(kind)

    def act_on(self, bubble: Locator, what: str) -> None:
        bubble.locator(".act").focus()
        bubble.locator(".act").press("Enter")
        self.desk.answer(what)

    def says(self, text: str) -> None:
        """What stands over the screen for a moment."""
        expect(self.element.locator(".over")).to_contain_text(text)

    def cut_labels(self) -> list[str]:
        """Labels that do not fit on their buttons."""
        found: list[str] = self.element.locator(".key > span").evaluate_all(
            "all => all.filter(s => s.offsetParent && s.scrollWidth > s.clientWidth)"
            ".map(s => s.textContent)"
        )
        return found
