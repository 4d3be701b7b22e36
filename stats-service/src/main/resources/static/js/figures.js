// The three large figures.
import { setText } from './elements.js';
import { integer, money } from './format.js';
import { count, say, settings } from './page.js';

const at = (id) => document.getElementById(id);

/** Shows a summary: {totalCaptures, totalPlates, uniqueLocations, activeZones, charged, paid, today, …}. */
export function drawFigures(summary) {
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
