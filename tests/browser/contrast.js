// Every text in sight whose colour stands out from its ground less than WCAG 2 AA wants.
() => {
  const read = (text) => {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    return { rgb: [r, g, b], a };
  };
  const over = (top, ground) => top.rgb.map((part, i) => part * top.a + ground[i] * (1 - top.a));
  const light = (rgb) => {
    const [r, g, b] = rgb.map((part) => part / 255).map((p) => (p <= 0.03928 ? p / 12.92 : ((p + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (part) => {
    if (!part) return [255, 255, 255];
    const own = read(getComputedStyle(part).backgroundColor);
    return own.a === 1 ? own.rgb : over(own, groundOf(part.parentElement));
  };
  const faint = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const part = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !part.checkVisibility({ visibilityProperty: true })) continue;
    if (part.closest("script, noscript, option, tg-spoiler, :disabled")) continue;
    const style = getComputedStyle(part);
    const ground = groundOf(part);
    const [low, high] = [light(over(read(style.color), ground)), light(ground)].sort((a, b) => a - b);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < (large ? 3 : 4.5)) faint.add(`${ratio.toFixed(2)} ${style.color} on ${ground.map(Math.round)}: ${texts.currentNode.data.trim().slice(0, 40)}`);
  }
  return [...faint];
}
