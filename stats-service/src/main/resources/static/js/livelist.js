// The live list: newest first, at most SHOWN rows; while someone points at it, new rows wait.
import { allCaptures, capture, newestFirst } from './ledger.js';
import { Row } from './row.js';
import { count, say } from './page.js';
import { setText } from './elements.js';
import { zoneChosen } from './zones.js';

const SHOWN = 40;
const list = document.getElementById('live-rows');
const fresh = document.getElementById('live-fresh');
const foot = document.getElementById('live-foot');
const rows = new Map();
const waiting = new Set();
let held = false;

const listed = () => allCaptures().filter((one) => !zoneChosen() || one.zone === zoneChosen()).sort(newestFirst).slice(0, SHOWN);

/** Draws everything anew from the ledger; what is new still waits while someone points at the list. */
export function drawList() {
  waiting.clear();
  if (held && rows.size) listed().filter((one) => !rows.has(one.id)).forEach((one) => waiting.add(one.id));
  place(false);
}

/** A capture came or changed. */
export function drawCapture(id, isNew) {
  const row = rows.get(id);
  if (row) row.show(capture(id));
  else if (isNew && held) waiting.add(id);
  else if (!waiting.has(id)) place(true);
  showWaiting();
}

/** How many captures there are in all, for the line below the list. */
export function showTotal(total) {
  setText(foot, rows.size ? say('live.foot', rows.size, count('captures.number', total)) : '');
}

export function tickList() {
  for (const row of rows.values()) row.tick();
}

/** Brings the rows into order, touching only those that are not where they belong. */
function place(sliding) {
  const wanted = listed().filter((one) => !waiting.has(one.id));
  const ids = new Set(wanted.map((one) => one.id));
  for (const [id, row] of rows) {
    if (!ids.has(id)) {
      row.node.remove();
      rows.delete(id);
    }
  }
  wanted.forEach((one, i) => {
    let row = rows.get(one.id);
    if (row) row.show(one);
    else {
      row = new Row(one);
      rows.set(one.id, row);
      if (sliding) row.node.classList.add('new');
    }
    if (list.children[i] !== row.node) list.insertBefore(row.node, list.children[i] ?? null);
  });
  document.body.classList.toggle('nothing', rows.size === 0);
  document.body.classList.toggle('filtered', zoneChosen() !== '');
  showWaiting();
}

function showWaiting() {
  fresh.hidden = waiting.size === 0;
  setText(fresh, waiting.size ? count('live.fresh', waiting.size) : '');
}

function hold(on) {
  held = on;
  if (!on) release();
}

function release() {
  if (!waiting.size) return;
  waiting.clear();
  place(true);
}

list.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && hold(true));
list.addEventListener('pointerleave', () => hold(list.querySelector(':focus-visible') !== null));
list.addEventListener('focusin', (event) => event.target.matches(':focus-visible') && hold(true));
list.addEventListener('focusout', (event) => !list.contains(event.relatedTarget) && hold(list.matches(':hover')));
fresh.addEventListener('click', release);
