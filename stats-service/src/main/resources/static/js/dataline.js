// The line below the header of every page: how fresh the data is, what is under way, what waits for a person.
import { el, icon } from './elements.js';
import { clock, span, utc } from './format.js';
import { count, say } from './page.js';
import { get } from './api.js';
import { now } from './clock.js';

const line = document.getElementById('data-line');
const POLL_MILLIS = 10_000;
/** Data older than this is said to be late. */
const LATE_SECONDS = 120;
let last = null;
let heardAt = 0;

/** Shows what a summary of all zones says: {dataAt, pending, toReview}. */
export function showData(summary) {
  last = summary;
  heardAt = Date.now();
  tick();
}

function tick() {
  if (!last) return;
  const reached = Date.parse(last.dataAt);
  const age = (now() - reached) / 1000;
  // The epoch: the service has only just started and does not know yet.
  const known = reached > 0;
  const late = known && age > LATE_SECONDS;
  const parts = [
    el('span', { class: 'number', title: known ? utc(last.dataAt) : null }, known ? say('data.at', clock(last.dataAt)) : say('data.unknown')),
    el('span', { class: 'number' }, el('a', { href: '/captures?tab=pending' }, count('data.pending', last.pending ?? 0))),
    el('span', { class: 'number' }, el('a', { href: '/captures?tab=review' }, count('data.review', last.toReview ?? 0))),
  ];
  if (late) parts.push(el('span', { class: 'late' }, icon('review'), say('data.late', span(age))));
  const said = parts.map((part) => part.textContent).join();
  if (line.dataset.said === said) return;
  line.dataset.said = said;
  // Whoever has come to a link by keyboard stays on it.
  const held = [...line.querySelectorAll('a')].indexOf(document.activeElement);
  line.replaceChildren(...parts);
  if (held >= 0) line.querySelectorAll('a')[held].focus();
}

async function poll() {
  if (document.hidden || Date.now() - heardAt < POLL_MILLIS) return;
  const system = await get('/v1/system').catch(() => null);
  if (system) showData(system);
}

setInterval(poll, POLL_MILLIS);
setInterval(tick, 1000);
document.addEventListener('visibilitychange', poll);
poll();
