// The three large figures and the line of data above them.
import { el, icon, setText } from './elements.js';
import { clock, integer, money, span, utc } from './format.js';
import { count, say, settings } from './page.js';
import { now } from './clock.js';

const at = (id) => document.getElementById(id);
const line = at('data-line');
/** Data older than this is said to be late. */
const LATE_SECONDS = 120;
let last = null;

/** Shows a summary: {totalCaptures, totalPlates, uniqueLocations, activeZones, charged, paid, today, …}. */
export function drawFigures(summary) {
  last = summary;
  const { today = {} } = summary;
  showValue('captures-value', integer(summary.totalCaptures));
  setText(at('captures-under'), count('plates.distinct', summary.totalPlates));
  showToday('captures-today', today.captures ? integer(today.captures) : null);
  showValue('locations-value', integer(summary.uniqueLocations));
  setText(at('locations-under'), count('zones.active', summary.activeZones ?? 0));
  showToday('locations-today', today.locations ? integer(today.locations) : null);
  const [issued, ...others] = inOrder(summary.charged);
  showValue('money-value', money(issued));
  setText(at('money-also'), others.map(money).join(' · '));
  setText(at('money-under'), say('money.paid', inOrder(summary.paid).map(money).join(' · ')));
  const [charged] = inOrder(today.charged);
  showToday('money-today', Number(charged.amount) ? money(charged) : null);
  tickData();
}

/** The line of data: how fresh it is, what is under way, what waits for a person. */
export function tickData() {
  if (!last) return;
  const reached = Date.parse(last.dataAt);
  const age = (now() - reached) / 1000;
  // The epoch: the service has only just started and does not know yet.
  const known = reached > 0;
  const late = known && age > LATE_SECONDS;
  const parts = [
    known ? [say('data.at', clock(last.dataAt)), utc(last.dataAt)] : [say('data.unknown')],
    [count('data.pending', last.pending ?? 0)],
    [count('data.review', last.toReview ?? 0)],
  ];
  const said = parts.map(([words]) => words).join() + (late ? span(age) : '');
  if (line.dataset.said === said) return;
  line.dataset.said = said;
  line.replaceChildren(...parts.map(([words, title]) => el('span', { title, class: 'number' }, words)));
  if (late) line.append(el('span', { class: 'late' }, icon('review'), say('data.late', span(age))));
}

/** The style sheet makes a long value small enough for its card. */
function showValue(id, text) {
  setText(at(id), text);
  at(id).style.setProperty('--length', text.length);
}

const showToday = (id, more) => setText(at(id), more ? say('figure.today', more) : '');

/** Amounts with the site's currency first; nothing at all is zero of it. */
function inOrder(amounts) {
  const own = (one) => one.currency === settings.currency;
  const all = amounts ?? [];
  return [all.find(own) ?? (all.length ? null : { amount: '0', currency: settings.currency }), ...all.filter((one) => !own(one))].filter(Boolean);
}
