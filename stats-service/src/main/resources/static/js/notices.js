// The alert strip, there only while something is wrong, and the short message at the foot.
import { el, icon, setText } from './elements.js';

const strip = document.getElementById('alerts');
const foot = document.getElementById('toast');
const alerts = new Map();
let timer = 0;

/** Shows `words` under `name` in the strip; null takes them away. */
export function alertOf(name, words) {
  if ((alerts.get(name) ?? null) === words) return;
  if (words) alerts.set(name, words);
  else alerts.delete(name);
  strip.replaceChildren(...[...alerts.values()].map((text) => el('p', {}, icon('review'), el('span', {}, text))));
}

/** Says `words` for a few seconds. */
export function toast(words) {
  setText(foot, words);
  clearTimeout(timer);
  timer = setTimeout(() => setText(foot, ''), 8000);
}
