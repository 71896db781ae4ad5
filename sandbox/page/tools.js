// Small tools: elements, calls to the sandbox, dialogs.

import { code, t } from "/page/words.js";

export function make(tag, attributes = {}, ...children) {
  const part = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) part.addEventListener(name.slice(2), value);
    else if (name === "class") part.className = value;
    else if (value === true) part.setAttribute(name, "");
    else if (value !== false && value != null) part.setAttribute(name, value);
  }
  part.append(...children.filter((child) => child != null && child !== false));
  return part;
}

export const get = (path) => call(path);

export const post = (path, body = {}) =>
  call(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

// What the sandbox answers, or an error with its reason in the reader's language.
async function call(path, how) {
  const answer = await fetch(`/sandbox/${path}`, how).catch(() => { throw new Error(t("offline")); });
  const found = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(found[code()] ?? found.error ?? t("impossible"));
  return found;
}

let fading;
export function notice(words, lasting = false) {
  const line = document.getElementById("notice");
  line.textContent = words;
  clearTimeout(fading);
  if (!lasting) fading = setTimeout(() => (line.textContent = ""), 6000);
}

// Wait for something; if it cannot be done, say why. Gives whether it was done.
export async function trying(work) {
  try {
    await work;
    return true;
  } catch (error) {
    notice(error.message);
    return false;
  }
}

// A question in the page's one dialog: gives the chosen value, or null.
export function ask(title, choices, ...fields) {
  const box = document.getElementById("box");
  return new Promise((answer) => {
    const say = (value) => {
      box.onclose = null;
      box.close();
      answer(value);
    };
    const buttons = choices.map(([label, value], i) =>
      make("button", { class: i ? "quiet" : "", onclick: (event) => { event.preventDefault(); say(value); } }, label));
    box.replaceChildren(make("form", { method: "dialog" }, make("h2", {}, title), ...fields, make("div", { class: "choices" }, ...buttons)));
    box.onclose = () => answer(null);
    box.showModal();
  });
}

export const confirmed = (words) => ask(words, [[t("yes"), true], [t("no"), false]]);

export function asBase64(file) {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1]);
    reader.readAsDataURL(file);
  });
}

export const clockOf = (iso) => iso.slice(11, 16);

// Run something at most once in a little while, however often it is asked for.
export function gently(work, pause = 60) {
  let timer = null, running = false, again = false;
  return function run() {
    if (running) { again = true; return; }
    timer ??= setTimeout(async () => {
      timer = null;
      running = true;
      try { await work(); } catch { /* the next event tries again */ }
      running = false;
      if (again) { again = false; run(); }
    }, pause);
  };
}
