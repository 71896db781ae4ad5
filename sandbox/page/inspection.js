// The inspection: the calls as they happen, the bot's outbox and journal, and faults.

import { clockOf, gently, get, make, post, trying } from "/page/tools.js";
import { t } from "/page/words.js";

const MINUTES = [1, 5, 15, 60];
const FAULTS = [
  ["fault_502", () => ({ bad_gateway: 3 })],
  ["fault_lost", () => ({ lose_answers: 3 })],
  ["fault_clear", () => ({})],
];

export class Inspection {
  constructor(office) {
    this.office = office;
    this.calls = [];
    this.last = 0;
    this.state = null;
    this.panel = document.getElementById("inspection");
    this.refresh = gently(() => this.load(), 250);
    this.build();
  }

  build() {
    this.bot = make("p", { class: "bot" });
    this.on = make("p", { class: "on", role: "status" });
    this.wrong = make("div", { class: "wrong" });
    this.list = make("ol", { class: "calls", tabindex: "0" });
    this.outbox = make("div", { class: "inside" });
    this.journal = make("div", { class: "inside" });
    this.minutes = make("select", { "aria-label": t("minutes") }, ...MINUTES.map((n) => make("option", { value: n }, t(n > 1 ? "many_minutes" : "one_minute").replace("{n}", n))));
    const network = make("span", { class: "with-minutes" }, make("button", { onclick: () => this.fault({ unreachable: 60 * this.minutes.value }) }, t("fault_network")), this.minutes);
    this.wait = make("button", { onclick: () => this.fault({ too_many: [this.office.current, 20] }) });
    this.block = make("button", { onclick: () => this.current.do({ do: this.current.data.blocked ? "unblock" : "block" }) });
    const faults = [network, ...FAULTS.map(([name, what]) => make("button", { class: name === "fault_clear" ? "quiet" : "", onclick: () => this.fault(what()) }, t(name)))];
    faults.splice(-1, 0, this.wait, this.block);
    this.kill = make("button", { onclick: () => this.restart() }, t("fault_kill"));
    this.list.setAttribute("aria-label", t("calls"));
    this.panel.replaceChildren(make("h2", {}, t("inspection")), this.bot, this.on, this.wrong,
      make("h3", {}, t("faults")), make("div", { class: "faults" }, ...faults, this.kill),
      make("h3", {}, t("calls")), this.list, make("h3", {}, t("outbox")), this.outbox, make("h3", {}, t("journal")), this.journal);
    this.draw();
  }

  get current() { return this.office.views.get(this.office.current); }

  async load() {
    const fresh = await get(`calls?after=${this.last}`);
    this.last = fresh.at(-1)?.n ?? this.last;
    this.calls = [...this.calls, ...fresh].slice(-60);
    this.inside = await get("inspection").catch(() => null);
    this.draw();
  }

  forget() {
    this.calls = [];
    this.last = 0;
    this.refresh();
  }

  onState(state) {
    this.state = state;
    this.draw();
  }

  draw() {
    const state = this.state;
    if (state) {
      const mood = state.running === false ? "bot_stopped" : state.listening ? "bot_well" : "bot_deaf";
      this.bot.textContent = t(mood);
      this.bot.className = `bot ${mood}`;
      this.on.textContent = Object.entries(state.faults).map(([name, left]) => t(`on_${name.split(" ")[0]}`).replace("{n}", Math.ceil(left)).replace("{who}", this.office.byId(Number(name.split(" ")[1]))?.name)).join(" · ");
      this.kill.hidden = !state.can_restart;
      const wrong = state.violations.slice(-5).map((line) => make("li", {}, line));
      this.wrong.replaceChildren(...(wrong.length ? [make("h3", {}, `${t("violations")} (${state.violations.length})`), make("ul", {}, ...wrong)] : []));
    }
    const who = this.current?.person.name;
    this.wait.textContent = t("fault_429").replace("{who}", who);
    this.block.textContent = t(this.current?.data?.blocked ? "fault_unblock" : "fault_block").replace("{who}", who);
    this.wait.hidden = this.block.hidden = !who;
    this.list.replaceChildren(...this.calls.slice().reverse().map((call) => this.call(call)));
    this.table(this.outbox, this.inside?.outbox);
    this.table(this.journal, this.inside?.journal);
  }

  call(call) {
    const to = this.office.people.find((p) => p.id === Number(call.params.chat_id))?.name ?? call.params.chat_id ?? "";
    const words = call.params.text ?? call.params.caption ?? "";
    const bad = call.status !== 200 && call.error !== "";
    return make("li", { class: bad ? "bad" : "" }, make("time", {}, clockOf(call.at)), make("code", {}, call.method), ` ${to} `,
      make("span", {}, bad ? `${call.status} ${call.error}` : words.replace(/<[^>]+>/g, "").slice(0, 60)));
  }

  table(part, rows) {
    if (!rows?.length) return part.replaceChildren(make("p", {}, t("none_yet")));
    const names = Object.keys(rows[0]);
    part.replaceChildren(make("table", {},
      make("thead", {}, make("tr", {}, ...names.map((name) => make("th", {}, name)))),
      make("tbody", {}, ...rows.slice(-30).reverse().map((row) => make("tr", {}, ...names.map((name) => make("td", {}, plain(row[name]))))))));
  }

  async fault(what) {
    await trying(post("faults", what));
    this.office.refreshState();
  }

  async restart() {
    await trying(post("bot/restart"));
    this.office.refreshState();
  }
}

const plain = (value) => (value == null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value));
