// One telephone: its screen follows what the sandbox knows, its buttons do what a finger does.

import { bubble, fileUrl } from "/page/bubbles.js";
import { icon } from "/page/icons.js";
import { ask, asBase64, gently, get, make, post } from "/page/tools.js";
import { code, t } from "/page/words.js";

export class PhoneView {
  constructor(person, office) {
    this.id = person.id;
    this.person = person;
    this.office = office; // what the page lends: username, phones, listeners
    this.data = null;
    this.unfolded = new Set();
    this.toastsSeen = null;
    this.pressed = "";
    this.reply = null;
    this.editing = null;
    this.keyboardOpen = true;
    this.refresh = gently(() => this.load());
    this.build();
  }

  build() {
    const title = make("div", { class: "who" }, make("b", {}, this.person.name), make("small", {}, this.person.title));
    this.status = make("small", { class: "status" });
    const more = make("button", { class: "round", "aria-label": t("more"), title: t("more"), onclick: () => this.more() }, icon("more"));
    this.log = make("ol", { class: "log", role: "log", "aria-label": t("chat"), tabindex: "0" });
    this.pin = make("button", { class: "pin", hidden: true });
    this.top = make("div", { class: "chat-top" }, make("span", { class: "face", "aria-hidden": "true" }, "VC"),
      make("div", { class: "who" }, make("b", {}, "Việc Chung"), this.status), more);
    this.over = make("div", { class: "over", role: "status" });
    this.pointed = null;
    this.suggestion = make("div", { class: "suggestion", hidden: true });
    this.context = make("div", { class: "context", hidden: true });
    this.bottom = make("div", { class: "bottom" });
    this.keys = make("div", { class: "reply-keys", hidden: true });
    this.element = make("section", { class: "phone", id: `phone-${this.id}`, "aria-label": `${t("phone_of")} ${this.person.name}` },
      make("header", { class: "owner" }, title),
      make("div", { class: "screen" }, this.top, this.pin, this.log, this.over, this.context, this.suggestion, this.bottom, this.keys));
    this.atEnd = true;
    this.log.addEventListener("scroll", () => this.scrolled());
    new ResizeObserver(() => this.resized()).observe(this.log);
    this.composer();
  }

  // A message taller than the screen is shown from its beginning.
  toNewest() {
    const last = this.log.lastElementChild;
    this.toEnd();
    this.atEnd = !(last && last.offsetHeight > this.log.clientHeight);
    if (!this.atEnd) this.log.scrollTop = last.offsetTop - 6;
  }

  // A finger moved the screen; where it only became smaller, as when the keys come, nobody did.
  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    if (clientHeight === this.height) this.atEnd = scrollHeight - scrollTop - clientHeight < 60;
  }

  resized() {
    this.height = this.log.clientHeight;
    if (this.atEnd) this.toEnd();
  }

  // Scroll to the newest place that says these words, if it is out of sight; a telephone that
  // is put by does so when it is taken up.
  reveal(words) {
    this.wanted = this.log.clientHeight ? "" : words;
    if (this.wanted) return;
    const texts = document.createTreeWalker(this.log, NodeFilter.SHOW_TEXT);
    let place = null;
    while (texts.nextNode()) if (texts.currentNode.data.toLowerCase().includes(words.toLowerCase())) place = texts.currentNode.parentElement;
    if (!place) return;
    const away = place.getBoundingClientRect().top - this.log.getBoundingClientRect().top;
    if (away < 0 || away > this.log.clientHeight - 20) this.log.scrollTop += away - this.log.clientHeight / 3;
  }

  toEnd() { this.log.scrollTop = this.log.scrollHeight; }

  composer() {
    this.field = make("textarea", { rows: 1, placeholder: t("write"), "aria-label": `${t("write")} – ${this.person.name}`, maxlength: 4096 });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    });
    this.field.addEventListener("input", () => this.fit());
    const round = (label, sign, work) => make("button", { class: "round", "aria-label": label, title: label, onclick: work }, icon(sign));
    this.toggle = round(t("keyboard"), "keys", () => { this.keyboardOpen = !this.keyboardOpen; this.drawKeyboard(); });
    this.slash = round(t("commands"), "slash", () => this.commands());
    this.line = make("form", { class: "line", onsubmit: (event) => { event.preventDefault(); this.send(); } },
      round(t("attach"), "plus", (event) => { event.preventDefault(); this.attach(); }), this.field, this.slash, this.toggle,
      make("button", { class: "round send", "aria-label": t("send"), title: t("send") }, icon("send")));
    for (const button of this.line.querySelectorAll("button:not(.send)")) button.type = "button";
  }

  fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 110)}px`;
  }

  async load() {
    this.data = await get(`phones/${this.id}`);
    this.draw();
    this.office.onPhone(this);
  }

  draw() {
    const data = this.data;
    this.status.textContent = data.typing ? t("typing") : t("bot");
    if (data.typing) setTimeout(this.refresh, 5200);
    this.pin.hidden = !data.pinned;
    if (data.pinned) {
      this.pin.replaceChildren(make("b", {}, t("pinned")), " ", data.pinned.text);
      this.pin.onclick = () => document.getElementById(`m-${this.id}-${data.pinned.id}`)?.scrollIntoView({ block: "center" });
    }
    this.drawBottom();
    this.drawMessages();
    this.drawToasts();
    this.drawPointed();
  }

  // The step of the tour that is to be done here: a finger shows where.
  point(step) {
    this.pointed = step;
    this.drawPointed();
  }

  drawPointed() {
    const step = this.pointed;
    this.element.classList.toggle("asked", Boolean(step));
    for (const key of this.element.querySelectorAll(".key.here")) key.classList.remove("here");
    const keys = step?.do === "tap" ? [...this.element.querySelectorAll(".key")].filter((key) => key.textContent.trim() === step.what) : [];
    const inline = keys.filter((key) => !this.keys.contains(key));
    (inline.at(-1) ?? keys.at(-1))?.classList.add("here");
    this.suggestion.hidden = !step || step.do === "tap" || !this.data?.started;
    if (this.suggestion.hidden) return;
    const says = ["write", "reply"].includes(step.do) ? `${t("say_this")}: «${step.what}»` : t("do_it");
    this.suggestion.replaceChildren(make("button", { onclick: () => this.office.doStep() }, `👉 ${says}`));
  }

  clearAlerts() { for (const alert of this.over.querySelectorAll(".alert")) alert.remove(); }

  drawMessages() {
    const groups = [];
    for (const message of this.data.messages) {
      const before = groups[groups.length - 1];
      if (message.album && before?.[0].album === message.album) before.push(message);
      else groups.push([message]);
    }
    const { atEnd } = this;
    const newest = this.data.messages.at(-1)?.id;
    const kept = new Map([...this.log.children].map((item) => [item.id, item]));
    const items = groups.map((group) => {
      const old = kept.get(`m-${this.id}-${group[0].id}`);
      const version = String(Math.max(...group.map((m) => m.version)));
      const waits = this.data.waiting.includes(group[0].id) || old?.querySelector(".waits");
      if (old && old.dataset.version === version && !waits && old.dataset.lang === code()) return old;
      const item = bubble(group, this);
      item.dataset.lang = code();
      if (old && old.dataset.version !== version) item.classList.add("changed");
      return item;
    });
    if (!items.length) items.push(make("li", { class: "empty" }, t("empty")));
    if (items.length !== this.log.children.length || items.some((item, i) => item !== this.log.children[i])) this.log.replaceChildren(...items);
    if (newest !== this.newest) this.toNewest();
    else if (atEnd) this.toEnd();
    this.newest = newest;
  }

  drawBottom() {
    const data = this.data;
    let wanted = this.line;
    if (data.blocked) wanted = this.plate ??= make("button", { class: "plate", onclick: () => this.do({ do: "unblock" }) }, t("blocked"));
    else if (!data.started) wanted = this.starter ??= make("button", { class: "plate start", onclick: () => this.do({ do: "start" }) }, t("begin"));
    if (this.bottom.firstChild !== wanted) this.bottom.replaceChildren(wanted);
    this.field.placeholder = data.placeholder || t("write");
    this.slash.hidden = !data.commands.length;
    this.drawKeyboard();
    this.drawContext();
  }

  drawKeyboard() {
    const rows = this.data?.keyboard ?? [];
    this.toggle.hidden = !rows.length;
    this.toggle.setAttribute("aria-pressed", String(this.keyboardOpen));
    this.keys.hidden = !rows.length || !this.keyboardOpen || this.data.blocked || !this.data.started;
    const drawn = JSON.stringify(rows);
    if (drawn === this.keysDrawn) return;
    this.keysDrawn = drawn;
    this.keys.replaceChildren(...rows.map((row) => make("div", { class: "keys-row" },
      ...row.map((button) => make("button", { class: `key ${button.style}`, onclick: () => this.key(button) }, make("span", {}, button.text))))));
  }

  drawContext() {
    const about = this.editing ?? this.reply ?? this.data.messages.find((m) => m.id === this.data.force_reply);
    this.context.hidden = !about;
    if (!about) return;
    this.context.replaceChildren(make("span", {}, make("b", {}, t(this.editing ? "editing" : "replying")), " ", about.text || t("photo")),
      make("button", { class: "round", "aria-label": t("cancel"), onclick: () => { this.reply = this.editing = null; this.field.value = ""; this.drawContext(); } }, icon("close")));
  }

  drawToasts() {
    const toasts = this.data.toasts;
    const before = this.toastsSeen ?? toasts.length;
    this.toastsSeen = toasts.length;
    for (const toast of toasts.slice(before)) this.say(toast.text, toast.alert);
  }

  // Words over the screen: a toast that fades, or an alert that waits for OK.
  say(text, alert = false) {
    if (!text) return;
    const shown = make("div", { class: alert ? "alert" : "toast", role: alert ? "alertdialog" : "status", "aria-label": text }, make("p", {}, text));
    if (alert) {
      const ok = make("button", { onclick: () => shown.remove() }, t("ok"));
      shown.append(ok);
      this.over.append(shown);
      ok.focus({ preventScroll: true });
    } else {
      this.over.append(shown);
      setTimeout(() => shown.remove(), 4000);
    }
  }

  async do(act) {
    try {
      this.data = await post(`phones/${this.id}/act`, act);
      this.draw();
      this.office.onPhone(this);
      return true;
    } catch (error) {
      this.say(error.message);
      return false;
    }
  }

  async send() {
    const text = this.field.value.trim();
    if (!text) return;
    const act = this.editing ? { do: "edit", message: this.editing.id, text } : { do: "write", text, reply_to: this.reply?.id };
    if (await this.do(act)) {
      this.field.value = "";
      this.reply = this.editing = null;
      this.fit();
      this.drawContext();
    }
  }

  async tap(message, button) {
    if (button.copy) {
      navigator.clipboard?.writeText(button.copy).catch(() => {});
      this.say(t("copied"));
    }
    if (button.url) return this.follow(button.url);
    this.pressed = `${message.id} ${button.text}`;
    return this.do({ do: "tap", label: button.text, message: message.id });
  }

  async key(button) {
    if (button.asks && !(await ask(t(`share_${button.asks}`), [[t("send"), true], [t("no"), false]]))) return;
    await this.do(button.asks ? { do: button.asks } : { do: "write", text: button.text });
  }

  // A deep link starts the bot on this telephone; any other link leads outside.
  follow(url) {
    if (url.startsWith(`https://t.me/${this.office.username}`)) return this.do({ do: "follow", url });
    if (/^https?:/.test(url)) window.open(url, "_blank", "noreferrer");
    else this.say(`${t("opens")}: ${url}`);
  }

  deepLink(messages) {
    const links = messages.flatMap((m) => [...m.rows.flat().map((b) => b.url), ...(m.html.match(/https:\/\/t\.me\/[^"<\s]+/g) ?? [])]);
    return links.find((url) => url.startsWith(`https://t.me/${this.office.username}?start`));
  }

  async scan(messages) {
    const url = this.deepLink(messages).replaceAll("&amp;", "&");
    const others = this.office.people.filter((p) => p.id !== this.id);
    const list = make("select", { "aria-label": t("scan_who") }, ...others.map((p) => make("option", { value: p.id }, p.name)));
    list.value = others.find((p) => p.stranger)?.id ?? others[0].id;
    if (await ask(t("scan_who"), [[t("ok"), true], [t("cancel"), false]], list)) {
      const other = this.office.show(Number(list.value));
      await other.do({ do: "follow", url });
    }
  }

  enlarge(message) {
    const url = fileUrl(message.media.file_id);
    ask(message.text.split("\n")[0] || t("photo"), [[t("close"), null]],
      make("img", { class: "large", src: url, alt: message.text || t("photo") }), make("a", { href: url, download: "" }, t("download")));
  }

  async actOn(message) {
    const choices = [[t("reply"), "reply"]];
    if (!message.protected) choices.push([t("forward"), "forward"]);
    if (message.text && !message.protected) choices.push([t("copy"), "copy"]);
    if (this.deepLink([message])) choices.push([t("scan"), "scan"]);
    if (!message.outgoing) choices.push([t("edit"), "edit"]);
    choices.push([t("delete"), "delete"], [t("close"), null]);
    switch (await ask(message.text.slice(0, 60) || t("photo"), choices)) {
      case "reply": this.reply = message; this.drawContext(); this.field.focus(); break;
      case "edit": this.editing = message; this.field.value = message.text; this.fit(); this.drawContext(); this.field.focus(); break;
      case "copy": navigator.clipboard?.writeText(message.text).catch(() => {}); this.say(t("copied")); break;
      case "scan": this.scan([message]); break;
      case "forward": this.do({ do: "forward", message: message.id }); break;
      case "delete": this.do({ do: "delete", message: message.id }); break;
    }
  }

  async more() {
    const choices = [this.data.blocked ? [t("unblock"), "unblock"] : [t("block"), "block"], [t("put_away"), "away"], [t("close"), null]];
    const chosen = await ask(this.person.name, choices);
    if (chosen === "away") this.office.putAway(this);
    else if (chosen) this.do({ do: chosen });
  }

  async commands() {
    const chosen = await ask(t("commands"), [...this.data.commands.map((c) => [`/${c.command} – ${c.description}`, c.command]), [t("close"), null]]);
    if (chosen) this.do({ do: "write", text: `/${chosen}` });
  }

  async attach() {
    const kinds = ["photo_sample", "photo_own", "album", "document", "voice", "location", "contact", "contact_other", "forward_other"];
    const caption = make("input", { placeholder: t("caption"), "aria-label": t("caption") });
    const kind = await ask(t("attach"), [...kinds.map((name) => [t(name), name]), [t("close"), null]], caption);
    const words = { caption: caption.value || null, reply_to: this.reply?.id };
    switch (kind) {
      case "photo_sample": return this.do({ do: "photo", ...words });
      case "album": return this.do({ do: "photo", album: 3, ...words });
      case "document": return this.do({ do: "document", ...words });
      case "voice": case "location": case "contact": return this.do({ do: kind });
      case "contact_other": return this.do({ do: "contact", own: false });
      case "photo_own": return this.ownPhoto(words);
      case "forward_other": return this.forwardOther();
    }
  }

  ownPhoto(words) {
    const chooser = make("input", { type: "file", accept: "image/*" });
    chooser.addEventListener("change", async () => this.do({ do: "photo", content: await asBase64(chooser.files[0]), ...words }));
    chooser.click();
  }

  async forwardOther() {
    const others = this.office.people.filter((p) => p.id !== this.id);
    const author = make("select", { "aria-label": t("whose") }, ...others.map((p) => make("option", { value: p.id }, p.name)));
    const text = make("textarea", { rows: 3, "aria-label": t("forward_text"), placeholder: t("forward_text") });
    if ((await ask(t("forward_other"), [[t("send"), true], [t("cancel"), false]], author, text)) && text.value.trim())
      this.do({ do: "forward_text", author: Number(author.value), text: text.value });
  }
}
