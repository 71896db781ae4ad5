// The few signs on buttons, drawn here so that they look the same on every computer.

const PATHS = {
  plus: "M12 5v14M5 12h14",
  keys: "M4 6h16v12H4zM8 10h.01M12 10h.01M16 10h.01M8 14h8",
  slash: "M15 5 9 19",
  send: "M4 12 20 4l-5 16-3-7z",
  more: "M12 5.5h.01M12 12h.01M12 18.5h.01",
  close: "M6 6l12 12M18 6 6 18",
  down: "M12 4v12M6 11l6 6 6-6M5 20h14",
  play: "M8 5l11 7-11 7z",
  out: "M9 6h9v9M18 6 7 17",
  mute: "M6 10a6 6 0 0 1 9-5M18 12v4H6v-4M10 20h4M4 4l16 16",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
};

export function icon(name) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("class", "icon");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  drawing.append(path);
  return drawing;
}
