// "Buscar patente": the captures of a plate, in a panel below the field.
import { el, icon, visible } from './elements.js';
import { moment, plate, utc, zoneName } from './format.js';
import { count, say } from './page.js';
import { get } from './api.js';
import { thumbnail } from './thumb.js';
import { badges } from './states.js';
import { openPhoto } from './photo.js';

const field = document.getElementById('seek');
const panel = document.getElementById('results');
const found = document.getElementById('found');
const heading = document.getElementById('found-count');
const LIMIT = 25;
let timer = 0;
let asked = 0;

/** The letters and digits of what was typed, as plates are kept. */
const wanted = () => field.value.normalize('NFKD').toUpperCase().replace(/[^A-Z0-9]/g, '');

async function seek() {
  const text = wanted();
  panel.hidden = !text;
  if (!text) return;
  const turn = ++asked;
  const match = panel.querySelector('input[name="match"]:checked').value;
  try {
    const { items, nextCursor } = await get('/v1/captures', { plate: text, match, limit: LIMIT });
    if (turn === asked) show(items, nextCursor);
  } catch {
    if (turn === asked) found.replaceChildren();
    heading.textContent = say('search.failed');
  }
}

function show(items, more) {
  heading.textContent = items.length ? (more ? say('search.more', items.length) : count('search.found', items.length)) : say('search.none');
  found.replaceChildren(...items.map(result));
}

function result(capture) {
  const where = [capture.cameraId && visible(capture.cameraId), capture.zone && zoneName(capture.zone)].filter(Boolean).join(' · ');
  return el('li', {}, el('button', { type: 'button', onclick: () => openPhoto(capture.id) },
    el('span', { class: 'shot' }, icon('photo'), thumbnail(capture)),
    el('span', { class: 'plate' }, plate(capture.plate?.effective ?? '')),
    el('span', {},
      el('time', { datetime: capture.capturedAt, title: capture.capturedAt ? utc(capture.capturedAt) : null }, capture.capturedAt ? moment(capture.capturedAt) : ''),
      ' ', ...badges(capture), el('span', { class: 'second' }, where))));
}

function close() {
  panel.hidden = true;
}

/** The field and the results as one ring: arrows walk through it. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || panel.hidden || event.target.type === 'radio') return;
  const stops = [field, ...found.querySelectorAll('button')];
  event.preventDefault();
  stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus();
}

field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(seek, 200);
});
field.addEventListener('focus', () => panel.hidden && seek());
panel.addEventListener('change', seek);
field.form.addEventListener('submit', (event) => {
  event.preventDefault();
  seek();
});
field.form.addEventListener('keydown', walk);
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !panel.hidden && !document.querySelector('dialog[open]')) {
    field.focus();
    close();
  }
  const typing = event.target.closest?.('input, select, textarea, dialog');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});
addEventListener('pointerdown', (event) => !field.form.contains(event.target) && !event.target.closest('dialog') && close());
