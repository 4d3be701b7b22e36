// The page Capturas: every photo, and the review of those that a person has to look at, by keyboard alone.
import { el, icon, mark, setText, visible } from './elements.js';
import { moment, money, plate, utc, zoneName } from './format.js';
import { say, settings } from './page.js';
import { get, patch } from './api.js';
import { list } from './list.js';
import { toast } from './notices.js';
import { badges, direction, reason } from './states.js';
import { flagWords } from './flags.js';
import { picture } from './photo.js';
import { thumbnail } from './thumb.js';
import { refusal } from './refusals.js';
import './search.js';
import './frame.js';

const view = document.getElementById('view');
const rows = document.getElementById('rows');
/** Candidates with less are not worth a person's look. */
const LIKELY = 0.01;
const CHOICES = 5;
/** What was decided here; the list's rows hear of it a moment later, and it does not come back into the queue till then. */
const decided = new Set();
let current = null;
let field = null;

const load = list('/v1/captures', (capture) => {
  const select = () => open(capture, row);
  const row = el('tr', { 'data-id': capture.id },
    el('td', {}, el('button', { class: 'shot', type: 'button', 'aria-label': say('photo.open', plate(capture.plate?.effective ?? '') || say('plate.none')), onclick: select }, icon('photo'), thumbnail(capture))),
    el('td', {}, capture.plate?.effective ? el('span', { class: 'plate' }, plate(capture.plate.effective)) : null, el('span', { class: 'marks' }, ...badges(capture))),
    el('td', {}, capture.capturedAt ? el('time', { datetime: capture.capturedAt, title: utc(capture.capturedAt) }, moment(capture.capturedAt)) : ''),
    el('td', { class: 'side' }, capture.zone ? zoneName(capture.zone) : ''),
    el('td', { class: 'side' }, [capture.cameraId && visible(capture.cameraId), direction(capture)].filter(Boolean).join(' · ')));
  row.addEventListener('click', select);
  // The first of the queue is there at once: reviewing needs no mouse.
  if (!current && reviewing()) queueMicrotask(() => current || open(capture, row));
  return row;
}, (capture) => !reviewing() || !decided.has(capture.id));

const reviewing = () => new URLSearchParams(location.search).get('tab') === 'review';

function open(capture, row) {
  current = capture;
  for (const one of rows.children) mark(one, 'aria-current', one === row);
  const text = capture.plate?.effective;
  field = el('input', { id: 'right', class: 'field plate-field', name: 'plate', value: text ?? '', maxlength: 16, spellcheck: 'false', autocapitalize: 'characters', autocomplete: 'off' });
  const notice = el('p', { id: 'view-notice', class: 'notice', role: 'alert' });
  view.replaceChildren(
    picture(capture, text ? plate(text) : null),
    el('p', {}, ...badges(capture), reason(capture) ? ` ${reason(capture)}` : null),
    ...(capture.flags?.length ? [el('p', { class: 'quiet' }, flagWords(capture.flags))] : []),
    ...(settings.mayCharge ? [form(notice)] : [el('p', { class: 'plate' }, text ? plate(text) : say('plate.none'))]),
    notice);
  explainMoney(capture);
  if (settings.mayCharge) field.focus({ preventScroll: true });
  field.select();
}

function form(notice) {
  const likely = (current.plate?.candidates ?? []).filter((one) => one.score >= LIKELY).map((one) => one.text);
  const choices = [...new Set([current.declaredPlate, ...likely])].filter((one) => one && one !== current.plate?.effective).slice(0, CHOICES);
  const made = el('form', { class: 'review' },
    el('label', {}, el('span', {}, say('review.plate')), field),
    el('div', { class: 'choices' }, ...choices.map((one, i) => el('button', { class: 'button small', type: 'button', 'data-choice': i + 1, onclick: () => correct(one, one === current.declaredPlate ? 'review.declared' : 'review.candidate') },
      el('kbd', {}, String(i + 1)), ' ', plate(one)))),
    el('p', { id: 'view-money', class: 'quiet' }),
    el('div', { class: 'buttons' },
      el('button', { class: 'button', type: 'button', onclick: () => correct(null, 'review.unreadable') }, el('kbd', {}, 'I'), ' ', say('review.unreadable')),
      el('button', { class: 'button primary', type: 'submit' }, say('review.confirm'))));
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = field.value.toUpperCase().replace(/[^A-Z0-9]/g, '');
    if (typed) correct(typed, typed === current.plate?.observed ? 'review.confirmed' : 'review.typed');
    else setText(notice, say('refusal.plate'));
  });
  return made;
}

/** Where money moves, it is said first. */
async function explainMoney(capture) {
  if (!capture.stayId) return;
  const stay = await get(`/v1/stays/${capture.stayId}`).catch(() => null);
  if (stay?.chargeId && current === capture) setText(document.getElementById('view-money') ?? el('p'), say('review.money', money(stay.amountSoFar)));
}

async function correct(text, why) {
  const capture = current;
  const notice = document.getElementById('view-notice');
  try {
    const { captureIds } = await patch(`/v1/captures/${capture.id}/plate`, { plate: text, reason: say(why) }, crypto.randomUUID());
    captureIds.forEach((one) => decided.add(one));
    toast(text ? say('review.done', plate(text)) : say('review.done-unreadable'));
    next(capture);
  } catch (refused) {
    if (current === capture) setText(notice, refusal(refused));
  }
}

/** The row after the one that is done with; in the queue without those decided with it. At the end the list is loaded anew. */
function next(done) {
  const row = rows.querySelector(`[data-id="${done.id}"]`);
  const isOver = (one) => reviewing() && decided.has(one.dataset.id);
  const [following] = [...after(row, 'nextElementSibling'), ...after(row, 'previousElementSibling')].filter((one) => !isOver(one));
  [...rows.children].filter(isOver).forEach((one) => one.remove());
  if (following) following.click();
  else {
    current = null;
    view.replaceChildren();
    load();
  }
}

/** Rows beside `row`, the nearest first. */
function after(row, way) {
  const all = [];
  for (let one = row?.[way]; one; one = one[way]) all.push(one);
  return all;
}

const step = (by) => {
  const row = rows.querySelector('[aria-current]');
  (by > 0 ? row?.nextElementSibling : row?.previousElementSibling)?.click();
};

/** Keys work while the plate's field is as it was read: what is typed there is the plate. */
addEventListener('keydown', (event) => {
  if (!current || !settings.mayCharge || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  const inField = event.target === field;
  if (event.target instanceof HTMLInputElement && !inField) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
    return;
  }
  const untouched = !inField || (field.selectionStart === 0 && field.selectionEnd === field.value.length);
  if (!untouched) return;
  const choice = /^[1-5]$/.test(event.key) && view.querySelector(`[data-choice="${event.key}"]`);
  if (choice) {
    event.preventDefault();
    choice.click();
  } else if (event.key.toUpperCase() === 'I' && !event.repeat) {
    event.preventDefault();
    correct(null, 'review.unreadable');
  }
});

const asked = new URLSearchParams(location.search).get('capture');
if (asked) get(`/v1/captures/${encodeURIComponent(asked)}`).then((capture) => open(capture, null)).catch(() => {});
