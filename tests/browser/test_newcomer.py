"""Who opens the page for the first time: what it is, the first thing to do, and where."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
SEEN_UNCUT = """row => [...row.querySelectorAll('.phone')].slice(0, 3)
    .map(phone => phone.getBoundingClientRect())
    .every(box => box.left >= 0 && box.right <= innerWidth)"""

BELOW = """row => [...row.querySelectorAll('.log')].filter(log => log.clientHeight)
    .filter(log => log.lastElementChild.offsetHeight <= log.clientHeight)
    .map(log => log.scrollHeight - log.scrollTop - log.clientHeight)"""
"""How far each telephone stands above its end, whose newest message fits."""


@pytest.mark.parametrize(("size", "where"), [("laptop", "#tour"), ("phone", "#step-bar")])
def test_what_it_is_and_the_first_step_on_the_telephone_itself(
    office_stage: str, open_page: Open, size: str, where: str
) -> None:
    desk = open_page(office_stage, size)
    panel = desk.page.locator(where)
    expect(panel.locator(".intro").first).to_contain_text("giao việc, đếm người và báo cáo tuần")
    expect(panel.locator(".intro")).to_contain_text("Việc đầu tiên: bấm «Bắt đầu»")
    desk.page.get_by_role("button", name="English").click()
    expect(panel.locator(".intro")).to_contain_text("First thing to do: press “Begin”")
    expect(panel.locator(".intro").first).to_contain_text("for its leaders, staff and volunteers")
    desk.page.get_by_role("button", name="Tiếng Việt").click()
    panel.get_by_role("button", name="Bắt đầu").click()
    expect(panel.locator(".intro")).to_have_count(0)
    may = desk.phone("may")
    expect(may.log).not_to_contain_text("Trợ giúp")
    may.element.get_by_role("button", name="Nhắn: «giao ban»").click()
    may.element.get_by_role("button", name="Nhắn: «Nam: vận động").click()
    may.sees("CHƯA GIAO")
    here = may.element.locator(".key.here")
    expect(here).to_have_text("Giao việc")
    here.click()
    nam = desk.page.locator(".phone.asked")
    expect(nam).to_have_attribute("aria-label", "Điện thoại của Chu Văn Nam")
    expect(nam.locator(".key.here")).to_have_text("Nhận việc")
    expect(nam).to_be_visible()


def test_on_a_laptop_nothing_is_cut(echo_stage: str, open_page: Open) -> None:
    desk = open_page(echo_stage, "laptop")
    assert desk.page.locator("#row").evaluate(SEEN_UNCUT)
    cut = "all => all.filter(e => e.scrollWidth > e.clientWidth).map(e => e.textContent)"
    assert desk.page.locator(".owner small, .story b").evaluate_all(cut) == []
    cards = desk.page.locator("[data-story]")
    assert cards.count() == 10
    expect(cards.first).to_contain_text("Từ giao việc đến báo cáo tuần")
    expect(desk.page.locator("#moment")).to_have_value("23/11/2026 07:30")
    desk.page.locator("#moment").fill("hôm nào đó")
    desk.page.get_by_role("button", name="Tới", exact=True).click()
    desk.notices("28/11/2026 06:00")


def test_each_telephone_stands_at_its_end(office_stage: str, open_page: Open) -> None:
    """The keys below take nothing of the newest message, nor where the page is loaded anew."""
    desk = open_page(office_stage, "laptop")
    may = desk.phone("may")
    for words in ("trợ giúp", "việc của tôi", "tuần này"):
        may.write(words)
    expect(may.element.locator(".reply-keys")).to_be_visible()
    for _ in range(2):
        desk.page.wait_for_timeout(1000)
        below = desk.page.locator("#row").evaluate(BELOW)
        assert below
        assert max(below) < 2
        desk.page.reload()
        desk.page.wait_for_selector("body.ready")
        expect(may.log.locator(".mine").last).to_contain_text("tuần này")


def test_what_stood_over_a_screen_goes_when_time_goes_on(echo_stage: str, open_page: Open) -> None:
    desk = open_page(echo_stage, "laptop")
    nam = desk.phone("nam")
    nam.ask("Việc của tôi")
    nam.tap("Trao đổi lại")
    expect(nam.element.get_by_role("alertdialog")).to_be_visible()
    desk.jump("+1 giờ")
    expect(nam.element.get_by_role("alertdialog")).to_have_count(0)


@pytest.mark.parametrize(("locale", "badge"), [("en-GB", "SAMPLE DATA"), ("vi-VN", "DỮ LIỆU MẪU")])
def test_the_page_opens_in_the_browsers_language_until_one_is_chosen(
    echo_stage: str, open_page: Open, locale: str, badge: str
) -> None:
    desk = open_page(echo_stage, "phone", locale)
    sample = desk.page.locator(".sample")
    expect(sample).to_have_text(badge)
    desk.page.locator("#language").click()
    expect(sample).not_to_have_text(badge)
    desk.page.reload()
    expect(sample).not_to_have_text(badge)
