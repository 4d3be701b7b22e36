// A price as the engine explains it: lines that sum exactly to the amount.
import { el, visible } from './elements.js';
import { money } from './format.js';
import { say } from './page.js';

const LINES = { STEP: 'line.step', CAP: 'line.cap', ADJUSTMENT: 'line.adjustment', ROUNDING: 'line.rounding' };

/** The lines of a charge or a quote, the sum underlined. */
export function linesOf(priced) {
  const rows = priced.lines.map((line) => el('tr', {},
    el('td', {}, say(LINES[line.kind] ?? line.kind), line.band != null ? ` · ${visible(String(line.band))}` : ''),
    el('td', { class: 'amount units' }, line.kind === 'STEP' ? `${line.units} × ${money(line.price)}` : ''),
    el('td', { class: 'amount' }, money(line.amount))));
  return el('table', { class: 'sums' }, el('tbody', {}, ...rows),
    el('tfoot', {}, el('tr', {}, el('th', { colspan: 2, scope: 'row' }, say('charge.total')), el('td', { class: 'amount' }, money(priced.amount)))));
}
