// The guided tour: one story at a time, step by step, by hand or with a helping button.

import { get, make, notice, post, trying } from "/page/tools.js";
import { code, t } from "/page/words.js";

// On a narrow screen there is one telephone: what was to be seen stays before the reader's eyes
// for so many milliseconds, then comes the telephone of the next step.
const NARROW = matchMedia("(max-width: 760px)"), LINGER = 2500;

export class Tour {
  constructor(office) {
    this.office = office;
    this.stories = [];
    this.chosen = localStorage.getItem("story") ?? "";
    this.busy = false;
    this.since = {};
    this.panel = document.getElementById("tour");
    this.bar = document.getElementById("step-bar");
  }

  async load() {
    const before = this.story?.done;
    this.stories = await get("stories");
    if (this.story?.done !== before) this.begin();
    this.draw();
  }

  get story() {
    return this.stories.find((story) => story.id === this.chosen) ?? this.stories[0];
  }

  get step() {
    return this.story?.steps[this.story.done];
  }

  draw() {
    const story = this.story;
    const head = make("h2", {}, t("tour"));
    if (!story) return this.panel.replaceChildren(head, make("p", {}, t("no_stories")));
    const startOver = () => make("button", { class: "quiet", onclick: () => this.office.startOver() }, t("over"));
    const moved = story.done === 0 && this.office.told && make("p", { class: "fresh" }, t("fresh"), " ", startOver());
    const steps = story.steps.map((step, n) => {
      const item = make("li", { class: n < story.done ? "done" : n === story.done ? "now" : "later" }, make("p", {}, step[code()]));
      if (n === story.done) {
        item.setAttribute("aria-current", "step");
        item.append(this.expected(step), this.buttons(n));
      }
      return item;
    });
    const end = story.done >= story.steps.length && make("p", { class: "end" }, t("story_end"));
    const told = make("div", { class: "told" }, ...[moved, make("ol", { class: "steps" }, ...steps), end, story.done > 0 && startOver()].filter(Boolean));
    const cards = this.stories.map((one) => make("li", {}, this.card(one), one === story && told));
    this.panel.replaceChildren(...[this.intro(), head, make("ol", { class: "stories", "aria-label": t("story") }, ...cards)].filter(Boolean));
    this.panel.querySelector(".now")?.scrollIntoView({ block: "nearest" });
    this.drawBar();
    this.point();
  }

  // What this is, for whom, and the first thing to do: until something was done.
  intro() {
    if (this.office.told || this.story.done) return null;
    return make("section", { class: "intro" }, make("p", {}, t("intro")), make("p", {}, t("intro_first")));
  }

  card(story) {
    const chosen = story === this.story, over = story.done >= story.steps.length;
    return make("button", { class: "story", "data-story": story.id, "aria-expanded": String(chosen), onclick: () => this.choose(story.id) },
      make("b", {}, `${over ? "✓ " : ""}${story[code()]}`), make("small", {}, t("steps_in").replace("{n}", story.steps.length)));
  }

  // The telephone shows where the finger goes: the key to tap, or the words to send.
  point() {
    const step = this.busy ? null : this.step;
    for (const view of this.office.views.values())
      view.point(step && this.office.byKey(step.who)?.id === view.id ? step : null);
  }

  // On a narrow screen the step stands above the telephone.
  drawBar() {
    const { story, step } = this;
    if (!step) return this.bar.replaceChildren();
    const who = this.office.byKey(step.who);
    const away = who && this.office.current !== who.id;
    const goThere = away && make("div", { class: "choices" }, make("button", { onclick: () => this.office.show(who.id) }, `${t("to_phone")} ${who.name}`));
    this.bar.replaceChildren(...[this.intro(),
      make("p", {}, make("b", {}, `${t("step_of")} ${story.done + 1}/${story.steps.length}. `), step[code()]),
      goThere || this.buttons(story.done)].filter(Boolean));
  }

  expected(step) {
    if (!step.expect) return "";
    const who = this.office.byKey(step.see || step.who);
    return make("p", { class: "expect" }, `${t("to_see")}: «${step.expect}» ${t("on_phone")} ${who?.name ?? ""}`);
  }

  buttons(n) {
    const note = this.story.steps[n].do === "note";
    const help = make("button", { class: "help", disabled: this.busy, onclick: () => this.doStep(n) }, t(this.busy ? "doing" : !note ? "do_it" : n ? "skip_step" : "begin_story"));
    const skip = !note && make("button", { class: "quiet", disabled: this.busy, onclick: () => this.reach(n + 1) }, t("skip_step"));
    return make("div", { class: "choices" }, ...[help, skip].filter(Boolean));
  }

  async doStep(n) {
    const { story } = this;
    const step = story.steps[n];
    const who = this.office.byKey(step.who), seen = this.office.byKey(step.see || step.who);
    for (const person of [who, seen]) if (person) this.office.show(person.id);
    this.busy = true;
    this.draw();
    try {
      await post(`stories/${story.id}/${n}`);
      story.done = n + 1;
      this.office.told = true;
    } catch (error) {
      notice(`${error.message.split("\n")[0]} ${t("failed")}`);
    }
    await Promise.all([...this.office.views.values()].map((view) => view.load()));
    this.busy = false;
    if (seen && step.expect) this.office.views.get(seen.id).reveal(step.expect);
    this.begin();
    this.draw();
    this.turn(step.expect && seen);
  }

  // Each step shows the telephone that it speaks of, after what was just seen on another one.
  turn(seen) {
    clearTimeout(this.turning);
    const next = this.step && this.office.byKey(this.step.who || this.step.see);
    if (!next) return;
    if (!NARROW.matches || !seen || seen.id === next.id) return this.office.show(next.id);
    this.office.show(seen.id);
    const { id, done } = this.story;
    this.turning = setTimeout(() => this.story.id === id && this.story.done === done && this.office.show(next.id), LINGER);
  }

  choose(id) {
    this.chosen = id;
    localStorage.setItem("story", id);
    this.begin();
    this.draw();
    this.turn();
  }

  async reach(done, seen) {
    const { story } = this;
    if (!(await trying(post(`stories/${story.id}`, { done })))) return;
    story.done = done;
    this.office.told ||= done > 0;
    this.begin();
    this.draw();
    this.turn(seen);
  }

  // Take out the telephones of a step and remember what each showed when it began: only newer
  // words count.
  begin() {
    for (const key of [this.step?.who, this.step?.see]) if (key) this.office.takeOut(this.office.byKey(key).id);
    for (const view of this.office.views.values()) view.clearAlerts();
    this.since = {};
    for (const phone of this.office.views.values()) if (phone.data) this.since[phone.id] = newest(phone.data);
  }

  // The reader did the step by hand: what was to be seen is there.
  onPhone(phone) {
    const step = this.step;
    if (!step?.expect || this.busy || this.office.byKey(step.see || step.who)?.id !== phone.id) return;
    const since = this.since[phone.id] ??= newest(phone.data);
    const said = phone.data.messages.filter((m) => m.outgoing && m.version > since.version);
    const seen = [...said, ...phone.data.toasts.slice(since.toasts)].some((m) => m.text.toLowerCase().includes(step.expect.toLowerCase()));
    if (!seen) return;
    phone.reveal(step.expect);
    this.reach(this.story.done + 1, phone);
  }
}

const newest = (data) => ({ version: Math.max(0, ...(data?.messages ?? []).map((m) => m.version)), toasts: data?.toasts?.length ?? 0 });
