"""The page looks and behaves like telephones with a Telegram chat."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, run_stage

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", ["desktop", "phone"])


@SIZES
def test_a_card_is_read_pressed_and_changed(echo_stage: str, open_page: Open, size: str) -> None:
    nam = open_page(echo_stage, size).phone("nam")
    nam.ask("Việc của tôi")
    card = nam.last
    expect(card.locator("b").first).to_have_text("Việc NV-0139")
    expect(card.locator("u")).to_have_text("thứ Sáu 27/11")
    quote = card.locator("blockquote")
    expect(quote).to_have_class("folded")
    folded = quote.bounding_box()
    card.get_by_role("button", name="Xem thêm").click()
    unfolded = quote.bounding_box()
    assert folded is not None
    assert unfolded is not None
    assert unfolded["height"] > folded["height"]
    expect(nam.element.locator(".pin")).to_contain_text("Việc NV-0139")
    nam.tap("Trao đổi lại")
    alert = nam.element.get_by_role("alertdialog")
    expect(alert).to_contain_text("nêu lý do")
    alert.get_by_role("button", name="OK").click()
    number = card.get_attribute("id")
    nam.tap("Nhận việc")
    expect(nam.element.locator(".toast")).to_contain_text("Đã nhận việc")
    expect(nam.last).to_contain_text("Đã nhận.")
    assert nam.last.get_attribute("id") == number
    expect(nam.last.locator(".key")).to_have_text(["Báo xong"])


@SIZES
def test_everything_that_can_be_sent(echo_stage: str, open_page: Open, size: str) -> None:
    hanh = open_page(echo_stage, size).phone("hanh")
    hanh.attach("Ảnh mẫu", "xong 6 hộ")
    hanh.sees("Đã nhận: photo")
    mine = hanh.log.locator(".mine")
    expect(mine.last.locator("img")).to_be_visible()
    expect(mine.last).to_contain_text("xong 6 hộ")
    hanh.attach("Ba ảnh một lúc")
    expect(mine.last.locator("img")).to_have_count(3)
    for kind, name in (("Tin thoại 5 giây", "voice"), ("Vị trí của tôi", "location")):
        hanh.attach(kind)
        hanh.sees(f"Đã nhận: {name}")
    hanh.write("số")
    hanh.tap("Gửi số của tôi")
    hanh.desk.answer("Gửi")
    hanh.sees("Đã nhận: contact")
    expect(mine.last).to_contain_text("0900000008")


def test_everything_that_can_be_received(echo_stage: str, open_page: Open) -> None:
    desk = open_page(echo_stage, "desktop")
    khai = desk.phone("khai")
    khai.ask("ảnh")
    expect(khai.last.locator("img")).to_have_count(3)
    khai.last.locator(".photo").first.click()
    expect(desk.page.locator("#box img")).to_be_visible()
    desk.answer("Đóng")
    khai.ask("tệp")
    with desk.page.expect_download() as download:
        khai.last.locator("a.file").click()
    assert download.value.suggested_filename == "document.png"
    khai.ask("đường")
    expect(khai.last).to_contain_text("Nhà văn hóa khu 5")
    href = khai.last.get_by_role("link", name="Xem bản đồ").get_attribute("href")
    assert href is not None
    assert "mlat=21.53" in href


def test_how_a_message_may_look(echo_stage: str, open_page: Open) -> None:
    vinh = open_page(echo_stage, "desktop").phone("vinh")
    vinh.ask("riêng")
    for tag in ("b", "i", "u", "s", "code", "pre"):
        expect(vinh.last.locator(tag)).to_be_visible()
    spoiler = vinh.last.locator("tg-spoiler")
    spoiler.click()
    expect(spoiler).to_have_class("open")
    expect(vinh.last.get_by_role("img", name="Gửi không chuông")).to_be_visible()
    expect(vinh.last.get_by_role("img", name="Không cho chuyển tiếp")).to_be_visible()
    vinh.last.locator(".act").focus()
    vinh.last.locator(".act").press("Enter")
    choices = vinh.desk.page.locator("#box .choices")
    expect(choices).to_have_text("Trả lờiXóaĐóng")
    vinh.desk.answer("Đóng")


def test_words_are_words_never_code(echo_stage: str, open_page: Open) -> None:
    vinh = open_page(echo_stage, "desktop").phone("vinh")
    vinh.write("<img src=x onerror=document.title='hỏng'> & <b>x</b>")
    vinh.sees("Đã nhận: <img src=x onerror=document.title='hỏng'> & <b>x</b>")
    assert "hỏng" not in vinh.desk.page.title()


@SIZES
def test_reply_edit_delete_forward_block(echo_stage: str, open_page: Open, size: str) -> None:
    bac = open_page(echo_stage, size).phone("bac")
    bac.ask("một")
    bac.sees("Đã nhận: một")
    bac.act_on(bac.last, "Trả lời")
    expect(bac.element.locator(".context")).to_contain_text("Đã nhận: một")
    bac.ask("hai")
    mine = bac.log.locator(".mine")
    expect(mine.last.locator(".answered")).to_have_text("Đã nhận: một")
    bac.sees("Đã nhận: hai")
    bac.act_on(mine.last, "Sửa")
    bac.write("ba")
    expect(mine.last).to_contain_text("ba")
    expect(mine.last).to_contain_text("đã sửa")
    bac.act_on(bac.last, "Chuyển tiếp cho trợ lý")
    expect(mine.last.locator(".forwarded")).to_contain_text("Việc Chung")
    before = mine.count()
    bac.act_on(mine.last, "Xóa")
    expect(mine).to_have_count(before - 1)
    bac.element.get_by_role("button", name="Thêm", exact=True).click()
    bac.desk.answer("Chặn trợ lý")
    bac.element.get_by_role("button", name="Đã chặn trợ lý").click()
    bac.write("lại đây")
    bac.sees("Đã nhận: lại đây")


def test_a_code_is_scanned_by_another_telephone(echo_stage: str, open_page: Open) -> None:
    desk = open_page(echo_stage, "desktop")
    may = desk.phone("may")
    may.ask("mã")
    may.last.get_by_role("button", name="Quét mã").click()
    desk.answer("OK")
    ha = desk.phone("ha")
    ha.sees("/start moi-T7-2811")
    ha.sees("Xin chào! moi-T7-2811")
    may.last.get_by_role("link").click()
    may.sees("/start moi-T7-2811")


@SIZES
def test_the_clock_and_somebody_new(echo_stage: str, open_page: Open, size: str) -> None:
    desk = open_page(echo_stage, size)
    desk.jump("Thứ Sáu 19h30")
    desk.phone("nam").sees("Bây giờ là 19:30")
    expect(desk.page.locator("#now")).to_contain_text("Thứ Sáu")
    desk.page.locator("#people button").last.click()
    desk.page.locator("#box select").select_option("new")
    desk.page.locator("#box input").fill("Lê Thị Na")
    desk.answer("OK")
    na = desk.page.get_by_role("region", name="Lê Thị Na")
    na.get_by_role("button", name="BẮT ĐẦU").click()
    expect(na.locator(".log")).to_contain_text("Xin chào!")
    desk.page.reload()
    desk.page.locator("#people").get_by_role("button", name="Lê Thị Na").click()
    expect(na.locator(".log")).to_contain_text("Xin chào!")


def test_what_cannot_be_done_is_said(echo_stage: str, open_page: Open) -> None:
    desk = open_page(echo_stage, "desktop")
    desk.page.locator("#moment").fill("1/11/2026 7:00")
    desk.page.get_by_role("button", name="Tới", exact=True).click()
    desk.notices("Đồng hồ chỉ đi tới")
    sau = desk.phone("nam")
    sau.ask("Việc của tôi")
    id_ = sau.element.get_attribute("id")
    assert id_ is not None
    act = f"/sandbox/phones/{id_.removeprefix('phone-')}/act"
    number = (sau.last.get_attribute("id") or "").rpartition("-")[2]
    sau.last.locator(".act").focus()
    sau.last.locator(".act").press("Enter")
    desk.page.request.post(act, data={"do": "delete", "message": int(number)})
    desk.answer("Xóa")
    sau.says("Tin đó không còn nữa")


def test_two_windows_and_a_sandbox_that_is_started_again(tmp_path: Path, open_page: Open) -> None:
    with run_stage("echo", tmp_path / "one") as address:
        first, second = open_page(address, "desktop"), open_page(address, "phone")
        first.phone("nam").ask("hai cửa sổ")
        second.phone("nam").sees("Đã nhận: hai cửa sổ")
    first.notices("Mất liên hệ")
    field = first.phone("nam").element.locator("textarea")
    field.fill("có ai không")
    field.press("Enter")
    first.phone("nam").says("Mất liên hệ")
    expect(field).to_have_value("có ai không")
    port = int(address.rstrip("/").rpartition(":")[2])
    with run_stage("echo", tmp_path / "two", port):
        expect(first.page.locator("#notice")).to_have_text("")
        nam = first.phone("nam")
        expect(nam.log).not_to_contain_text("hai cửa sổ")
        nam.write("có ai không")
        nam.sees("Đã nhận: có ai không")
        second.phone("nam").sees("Đã nhận: có ai không")


@SIZES
def test_every_word_stands_out_from_its_ground(
    echo_stage: str, open_page: Open, size: str
) -> None:
    desk = open_page(echo_stage, size)
    mai = desk.phone("mai")
    for word in ("Việc của tôi", "riêng", "tệp", "đường"):
        mai.ask(word)
    assert desk.faint() == []
    for tab in ("tour", "time", "inspection") if desk.narrow else ():
        desk.tab(tab)
        assert desk.faint() == []
    desk.page.locator("#language").click()
    assert desk.faint() == []


def test_faults_a_killed_bot_and_starting_over(echo_stage: str, open_page: Open) -> None:
    desk = open_page(echo_stage, "desktop")
    inspection = desk.page.locator("#inspection")
    nam = desk.phone("nam")
    inspection.get_by_role("button", name="Lỗi 502 ba lần").click()
    expect(inspection.locator(".on")).to_contain_text("Lỗi 502, còn 3 lần")
    nam.write("có lỗi")
    expect(inspection.locator(".calls .bad").first).to_contain_text("502 Bad Gateway")
    inspection.get_by_role("button", name="Hết sự cố").click()
    expect(inspection.locator(".on")).to_have_text("")
    inspection.get_by_label("Mất mạng trong bao nhiêu phút").select_option("5")
    inspection.get_by_role("button", name="Mất mạng").click()
    expect(inspection.locator(".on")).to_contain_text("Mất mạng, còn")
    inspection.get_by_role("button", name="Hết sự cố").click()
    inspection.get_by_role("button", name="Chu Văn Nam: 429").click()
    expect(inspection.locator(".on")).to_contain_text("429 với Chu Văn Nam")
    inspection.get_by_role("button", name="Hết sự cố").click()
    inspection.get_by_role("button", name="Chu Văn Nam chặn trợ lý").click()
    expect(nam.element.locator(".plate")).to_be_visible()
    inspection.get_by_role("button", name="Chu Văn Nam bỏ chặn").click()
    expect(nam.element.locator("textarea")).to_be_visible()
    inspection.get_by_role("button", name="Tắt phụt rồi bật lại").click()
    nam.write("sau khi bật lại")
    nam.sees("Đã nhận: sau khi bật lại")
    desk.page.get_by_role("button", name="Làm lại từ đầu").click()
    desk.answer("Đồng ý")
    expect(desk.page.locator("#notice")).to_contain_text("đã về lúc đầu")
    expect(nam.log).not_to_contain_text("sau khi bật lại")
    expect(desk.page.locator("#now")).to_contain_text("23/11/2026 07:3")
    nam.write("lại từ đầu")
    nam.sees("Đã nhận: lại từ đầu")


@SIZES
def test_large_text_cuts_no_label(echo_stage: str, open_page: Open, size: str) -> None:
    desk = open_page(echo_stage, size)
    nam = desk.phone("nam")
    nam.ask("/start")
    nam.ask("Việc của tôi")
    expect(nam.last.locator(".key").first).to_be_visible()
    desk.page.locator("#big").click()
    box = nam.element.bounding_box()
    assert box is not None
    assert box["width"] <= 360
    letters = nam.last.evaluate("bubble => getComputedStyle(bubble).fontSize")
    assert letters == "19.5px"
    assert nam.cut_labels() == []


@SIZES
def test_english_labels_and_names_for_everything(
    echo_stage: str, open_page: Open, size: str
) -> None:
    desk = open_page(echo_stage, size)
    desk.page.get_by_role("button", name="English").click()
    assert desk.page.locator("html").get_attribute("lang") == "en"
    expect(desk.page.locator("#tabs, #tour h2").first).to_contain_text("tour", ignore_case=True)
    nameless = desk.page.locator(
        "button:visible, a:visible, input:visible, textarea:visible, select:visible"
    )
    names = nameless.evaluate_all(
        "all => all.filter(e => !(e.textContent.trim() || e.getAttribute('aria-label')))"
        ".map(e => e.outerHTML)"
    )
    assert names == []
    assert "SAMPLE DATA" in desk.page.locator("body").inner_text()
    desk.page.get_by_role("button", name="Tiếng Việt").click()
    assert desk.page.locator("html").get_attribute("lang") == "vi"
    assert "DỮ LIỆU MẪU" in desk.page.locator("body").inner_text()


def test_by_keyboard_alone(echo_stage: str, open_page: Open) -> None:
    desk = open_page(echo_stage, "desktop")
    nam = desk.phone("nam")
    nam.element.locator("textarea").focus()
    desk.page.keyboard.type("Việc của tôi")
    before = nam.log.locator(".theirs").count()
    desk.page.keyboard.press("Enter")
    expect(nam.log.locator(".theirs")).to_have_count(before + 1)
    button = nam.last.get_by_role("button", name="Nhận việc")
    button.focus()
    desk.page.keyboard.press("Enter")
    expect(nam.last).to_contain_text("Đã nhận.")
