// The page: telephones side by side, the clock, the tour and the inspection, kept fresh by events.

import { Inspection } from "/page/inspection.js";
import { PhoneView } from "/page/phone.js";
import { Tour } from "/page/tour.js";
import { ask, confirmed, gently, get, make, notice, post, trying } from "/page/tools.js";
import { switchLanguage, t, translate } from "/page/words.js";

const JUMPS = [["plus_hour", "+1h"], ["friday", "fri 19:30"], ["saturday", "sat 06:00"], ["monday", "mon 07:00"]];
const TABS = ["tour", "phones", "time", "inspection"];
const CALM = matchMedia("(prefers-reduced-motion: reduce)");
const byId = (id) => document.getElementById(id);

class Office {
  constructor() {
    this.people = [];
    this.views = new Map();
    this.username = "";
    this.current = 0;
    this.epoch = ""; // which office this is: another one after a restart or a start over
    this.told = false; // has a story begun in it?
    this.refreshState = gently(() => this.loadState(), 100);
  }

  async open() {
    const { people, shown } = await get("people");
    this.people = people;
    await this.addUnknown();
    const kept = JSON.parse(localStorage.getItem("shown") ?? "null");
    for (const id of kept ?? []) this.add(id);
    if (!this.views.size) for (const id of shown) this.add(id);
    this.current = this.views.keys().next().value;
    this.tour = new Tour(this);
    this.inspection = new Inspection(this);
    await Promise.all([this.loadState(), this.tour.load(), ...[...this.views.values()].map((view) => view.load())]);
    this.tour.begin();
    this.inspection.refresh();
    this.draw();
    this.tour.turn();
    this.listen();
  }

  // People added on the page live in the sandbox; a reload finds them again.
  async addUnknown() {
    for (const phone of await get("phones"))
      if (!this.byId(phone.id)) this.people.push({ id: phone.id, key: String(phone.id), name: phone.name, title: "", added: true });
  }

  byId(id) { return this.people.find((person) => person.id === id); }
  byKey(key) { return this.people.find((person) => person.key === key); }

  add(id) {
    const person = this.byId(id);
    if (!person || this.views.has(id)) return this.views.get(id);
    const view = new PhoneView(person, this);
    this.views.set(id, view);
    byId("row").append(view.element);
    return view;
  }

  keep() { localStorage.setItem("shown", JSON.stringify([...this.views.keys()])); }

  // Put a telephone on the page, if it is not there, without turning to it.
  takeOut(id) {
    const before = this.views.has(id);
    const view = this.add(id);
    if (!view || before) return view;
    view.refresh();
    this.keep();
    this.draw();
    return view;
  }

  // Bring a telephone into view, adding it if it is not there.
  show(id) {
    const view = this.takeOut(id);
    if (!view) return null;
    this.current = id;
    this.draw();
    if (view.wanted) view.reveal(view.wanted);
    view.element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: CALM.matches ? "auto" : "smooth" });
    return view;
  }

  putAway(view) {
    view.element.remove();
    this.views.delete(view.id);
    this.current = this.views.keys().next().value;
    this.keep();
    this.draw();
  }

  draw() {
    const chips = [...this.views.values()].map((view) => make("button", { class: "chip", "aria-pressed": String(view.id === this.current), onclick: () => this.show(view.id) }, view.person.name));
    byId("people").replaceChildren(...chips, make("button", { class: "chip quiet", onclick: () => this.choosePerson() }, t("add")));
    byId("people").querySelector("[aria-pressed=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    for (const view of this.views.values()) view.element.classList.toggle("current", view.id === this.current);
    this.tour?.drawBar();
  }

  async choosePerson() {
    const rest = this.people.filter((person) => !this.views.has(person.id));
    const list = make("select", { "aria-label": t("add") }, ...rest.map((p) => make("option", { value: p.id }, p.title ? `${p.name} – ${p.title}` : p.name)), make("option", { value: "new" }, t("add_volunteer")));
    const name = make("input", { placeholder: t("new_name"), "aria-label": t("new_name"), hidden: rest.length > 0 });
    list.addEventListener("change", () => (name.hidden = list.value !== "new"));
    if (!(await ask(t("add"), [[t("ok"), true], [t("cancel"), false]], list, name))) return;
    if (list.value !== "new") return this.show(Number(list.value));
    const id = 930000001 + Math.floor(Math.random() * 1e6);
    const phone = { id, first_name: name.value.trim() || t("add_volunteer").split(",")[0] };
    if (!(await trying(post("phones", phone)))) return;
    this.people.push({ id, key: String(id), name: phone.first_name, title: "", stranger: true, added: true });
    this.show(id);
  }

  onPhone(view) { this.tour?.onPhone(view); }
  doStep() { this.tour.doStep(this.tour.story.done); }

  async loadState() {
    const state = await get("state");
    this.username = state.username;
    this.ahead = new Date(state.now) - Date.now();
    this.told = state.told;
    document.body.classList.toggle("jumping", state.jumping);
    this.inspection?.onState(state);
    tick(this);
    const before = this.epoch;
    this.epoch = state.epoch;
    if (before && before !== state.epoch) await this.startedOver();
  }

  listen() {
    const stream = new EventSource("/sandbox/events");
    let missed = null; // a short break is nobody's business
    stream.onopen = () => {
      if (missed?.told) notice("");
      clearTimeout(missed?.timer);
      missed = null;
      this.refreshAll();
    };
    stream.onerror = () => {
      const gone = (missed ??= {});
      gone.timer ??= setTimeout(() => { gone.told = true; notice(t("offline"), true); }, 2500);
    };
    stream.onmessage = (event) => this.hear(JSON.parse(event.data));
  }

  hear(event) {
    const view = this.views.get(event.chat ?? event.user);
    if (event.kind === "over") return this.startedOver();
    if (event.kind === "story") return void this.tour.load();
    if (event.kind === "commands") for (const one of this.views.values()) one.refresh();
    else view?.refresh();
    if (["clock", "faults", "bot", "violation"].includes(event.kind)) this.refreshState();
    if (event.kind === "clock") for (const one of this.views.values()) one.clearAlerts();
    if (["call", "press", "bot", "clock"].includes(event.kind)) this.inspection.refresh();
  }

  refreshAll() {
    this.refreshState();
    this.inspection.refresh();
    for (const view of this.views.values()) view.refresh();
  }

  async startOver() {
    if (!(await confirmed(t("over_sure")))) return;
    notice(t("over_busy"), true);
    if (await trying(post("over"))) notice(t("over_done"));
  }

  // People who were added on the page are gone with the office that knew them.
  async startedOver() {
    for (const person of this.people.filter((one) => one.added)) this.views.has(person.id) && this.putAway(this.views.get(person.id));
    this.people = this.people.filter((one) => !one.added);
    for (const view of this.views.values()) view.toastsSeen = null;
    this.inspection.forget();
    this.refreshAll();
    await Promise.all([this.tour.load(), ...[...this.views.values()].map((view) => view.load())]);
    this.tour.begin();
  }

  relabel() {
    translate();
    drawTop(this);
    for (const view of this.views.values()) {
      const words = view.field.value;
      view.build();
      view.field.value = words;
      view.keysDrawn = null;
    }
    byId("row").replaceChildren(...[...this.views.values()].map((view) => view.element));
    for (const view of this.views.values()) if (view.data) view.draw();
    this.draw();
    this.tour.draw();
    this.inspection.build();
    this.refreshState();
  }
}

function tick(office) {
  if (office.ahead === undefined) return;
  const now = new Date(Date.now() + office.ahead);
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh", hourCycle: "h23", day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" }).formatToParts(now);
  const part = (type) => parts.find((p) => p.type === type).value;
  const day = new Date(`${part("year")}-${part("month")}-${part("day")}T12:00Z`).getUTCDay();
  byId("now").textContent = `${t("days")[day]} ${part("day")}/${part("month")}/${part("year")} ${part("hour")}:${part("minute")}`;
  const field = byId("moment");
  if (document.activeElement !== field) field.value = `${part("day")}/${part("month")}/${part("year")} ${part("hour")}:${part("minute")}`;
}

// «28/11/2026 06:00», day first in both languages: a browser's own field shows its own order.
function momentOf(words) {
  const found = words.trim().match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})\s+(\d{1,2})[:h](\d{2})$/);
  if (!found) return "";
  const [day, month, year, hour, minute] = found.slice(1).map((part) => part.padStart(2, "0"));
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

async function jump(office, to) {
  document.body.classList.add("jumping");
  notice(t("jumping"), true);
  if (await trying(post("clock/jump", { to, wait: 600 }))) notice("");
  document.body.classList.remove("jumping");
  office.refreshAll();
}

function showTab(name) {
  document.body.dataset.tab = name;
  for (const button of byId("tabs").children) button.setAttribute("aria-pressed", String(button.dataset.name === name));
}

function setBig(on) {
  document.body.classList.toggle("big", on);
  byId("big").setAttribute("aria-pressed", String(on));
  localStorage.setItem("big", on ? "1" : "");
  for (const view of office.views.values()) view.fit();
}

function drawTop(office) {
  byId("jumps").replaceChildren(...JUMPS.map(([name, to]) => make("button", { onclick: () => jump(office, to) }, t(name))));
  byId("tabs").replaceChildren(...TABS.map((name) => make("button", { "data-name": name, "aria-pressed": String(document.body.dataset.tab === name), onclick: () => showTab(name) }, t(name === "inspection" ? "inspection_tab" : name))));
}

const office = new Office();
translate();
drawTop(office);
setBig(localStorage.getItem("big") === "1");
byId("big").onclick = () => setBig(!document.body.classList.contains("big"));
byId("language").onclick = () => { switchLanguage(); office.relabel(); };
byId("over").onclick = () => office.startOver();
byId("jump-to").onsubmit = (event) => {
  event.preventDefault();
  const to = momentOf(byId("moment").value);
  if (to) jump(office, to);
  else notice(t("no_moment"));
};
setInterval(() => office.refreshState(), 5000);
await office.open();
document.body.classList.add("ready");
