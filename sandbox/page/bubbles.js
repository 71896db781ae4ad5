// Draws one message, or an album of them, as a bubble.

import { icon } from "/page/icons.js";
import { clockOf, make } from "/page/tools.js";
import { t } from "/page/words.js";

export const fileUrl = (id) => `/sandbox/files/${encodeURIComponent(id)}`;

export function bubble(messages, phone) {
  const [first] = messages;
  const last = messages[messages.length - 1];
  const side = first.outgoing ? "theirs" : "mine";
  const service = !["text", "photo", "document", "voice", "venue", "location", "contact"].includes(first.kind);
  const worded = messages.find((message) => message.text);
  const body = make("div", { class: "body" },
    first.forwarded != null && make("p", { class: "forwarded" }, `${t("forwarded")} ${first.forwarded}`),
    first.reply_to && replyLine(first.reply_to, phone),
    ...media(messages, phone),
    worded && words(worded, phone),
    foot(last),
  );
  const item = make("li", { class: `bubble ${service ? "service" : side}`, id: place(phone, first.id), "data-version": Math.max(...messages.map((m) => m.version)) }, body);
  if (first.rows.length) item.append(keys(first, phone));
  if (!service) item.append(make("button", { class: "act", "aria-label": t("act"), title: t("act"), onclick: () => phone.actOn(first) }, "⋯"));
  item.addEventListener("contextmenu", (event) => { event.preventDefault(); phone.actOn(first); });
  return item;
}

export const place = (phone, id) => `m-${phone.id}-${id}`;

function replyLine(answered, phone) {
  const jump = () => document.getElementById(place(phone, answered.id))?.scrollIntoView({ block: "center" });
  return make("button", { class: "answered", onclick: jump }, answered.text || t("photo"));
}

function foot(message) {
  const parts = [];
  if (message.reaction) parts.push(make("span", { class: "reaction" }, message.reaction));
  if (message.edited && !message.outgoing) parts.push(t("edited"), " ");
  if (message.protected) parts.push(sign("lock", t("protected")));
  if (message.silent) parts.push(sign("mute", t("silent")));
  parts.push(clockOf(message.date));
  return make("p", { class: "foot" }, ...parts);
}

const sign = (name, label) => make("span", { class: "sign", role: "img", "aria-label": label, title: label }, icon(name));

function words(message, phone) {
  const part = make("div", { class: "words" });
  part.innerHTML = message.html; // made by the stand-in itself: escaped, with Telegram's few tags
  for (const link of part.querySelectorAll("a")) {
    link.rel = "noreferrer";
    link.addEventListener("click", (event) => { event.preventDefault(); phone.follow(link.getAttribute("href")); });
  }
  for (const spoiler of part.querySelectorAll("tg-spoiler")) spoiler.addEventListener("click", () => spoiler.classList.add("open"));
  part.querySelectorAll("blockquote[expandable]").forEach((quote, n) => expandable(quote, `${message.id}.${n}`, phone));
  return part;
}

// A long quote stands folded to three lines until it is tapped.
function expandable(quote, name, phone) {
  const label = () => t(phone.unfolded.has(name) ? "collapse" : "expand");
  const toggle = make("button", { class: "unfold", "aria-expanded": String(phone.unfolded.has(name)) }, label());
  quote.classList.toggle("folded", !phone.unfolded.has(name));
  toggle.addEventListener("click", () => {
    phone.unfolded.has(name) ? phone.unfolded.delete(name) : phone.unfolded.add(name);
    quote.classList.toggle("folded", !phone.unfolded.has(name));
    toggle.setAttribute("aria-expanded", String(phone.unfolded.has(name)));
    toggle.textContent = label();
  });
  quote.after(toggle);
}

function media(messages, phone) {
  const [first] = messages;
  const link = (inner, file, more = {}) => make("a", { href: fileUrl(file.file_id), download: file.file_name ?? "", ...more }, ...inner);
  switch (first.kind) {
    case "photo": {
      const pictures = messages.map((message) => photo(message, phone));
      const scan = phone.deepLink(messages) && make("button", { class: "scan", onclick: () => phone.scan(messages) }, t("scan"));
      return [make("div", { class: `photos n${Math.min(pictures.length, 4)}` }, ...pictures), scan];
    }
    case "document":
      return messages.map((message) => link([make("span", { class: "disc" }, icon("down")),
        make("span", {}, message.media.file_name, make("small", {}, ` ${size(message.media.file_size)}`))], message.media, { class: "file" }));
    case "voice":
      return [make("div", { class: "voice" }, make("span", { class: "disc" }, icon("play")), make("i", { class: "wave", "aria-hidden": "true" }), `${first.media.duration} s`)];
    case "venue":
    case "location": {
      const spot = first.venue?.location ?? first.location;
      const map = `https://www.openstreetmap.org/?mlat=${spot.latitude}&mlon=${spot.longitude}#map=16/${spot.latitude}/${spot.longitude}`;
      return [make("div", { class: "map", "aria-hidden": "true" }, make("i")),
        first.venue && make("p", { class: "venue" }, make("b", {}, first.venue.title), make("br"), first.venue.address),
        make("a", { class: "to-map", href: map, target: "_blank", rel: "noreferrer" }, t("map"))];
    }
    case "contact":
      return [make("p", { class: "card" }, make("b", {}, `${first.contact.first_name} ${first.contact.last_name ?? ""}`), make("br"), first.contact.phone_number)];
    case "text":
      return [];
    default:
      return [make("p", {}, first.kind)];
  }
}

function photo(message, phone) {
  const picture = make("img", { src: fileUrl(message.media.file_id), alt: message.text || t("photo"), width: message.media.width, height: message.media.height, loading: "lazy" });
  return make("button", { class: "photo", "aria-label": t("open_photo"), onclick: () => phone.enlarge(message) }, picture);
}

function keys(message, phone) {
  const rows = message.rows.map((row) => make("div", { class: "keys-row" }, ...row.map((button) => {
    const waits = phone.pressed === `${message.id} ${button.text}` && phone.data.waiting.includes(message.id);
    const sign = button.url ? icon("out") : button.copy ? icon("copy") : null;
    return make("button", { class: `key ${button.style} ${waits ? "waits" : ""}`, onclick: () => phone.tap(message, button) },
      make("span", {}, button.text), sign);
  })));
  return make("div", { class: "keys" }, ...rows);
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1 << 20 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
}
