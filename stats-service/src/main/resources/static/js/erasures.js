// The page Datos personales: what was erased on request, and the form that first shows what it would erase.
import { el, icon, setText, visible } from './elements.js';
import { day, integer, localTime, plate, utc } from './format.js';
import { count, say } from './page.js';
import { get, post } from './api.js';
import { alertOf, toast } from './notices.js';
import { refusal } from './refusals.js';
import { drawZones } from './zones.js';
import './search.js';
import './frame.js';

const rows = document.getElementById('rows');
const dialog = document.getElementById('erasing');
const form = document.getElementById('erasing-form');
const notice = document.getElementById('erasing-notice');
const preview = document.getElementById('erasing-preview');
const look = document.getElementById('erasing-look');
const go = document.getElementById('erasing-go');
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const AGAIN_MILLIS = 2_000;
const NEEDED = { stay_unfinished: 'erasures.stay-unfinished', charge_unsettled: 'erasures.charge-unsettled', charge_disputed: 'erasures.charge-disputed' };
const LINKS = { stays: (id) => `/stays?tab=all&stay=${id}`, charges: (id) => `/charges?charge=${id}` };
let key = '';

async function load() {
  try {
    const { items } = await get('/v1/erasures');
    rows.replaceChildren(...items.map(row));
    document.getElementById('none').hidden = items.length > 0;
    setText(document.getElementById('shown'), items.length ? count('erasures.number', items.length) : '');
    alertOf('load', null);
    if (items.some((one) => !one.doneAt)) setTimeout(load, AGAIN_MILLIS);
  } catch (refused) {
    alertOf('load', refused.status === 403 ? refusal(refused) : say('alert.unreachable'));
  } finally {
    document.body.classList.remove('loading');
  }
}

function row(one) {
  const when = (at) => el('time', { datetime: at, title: utc(at) }, localTime(at).replace('T', ' '));
  return el('tr', {},
    el('td', {}, one.captureId
      ? el('a', { href: `/captures?capture=${encodeURIComponent(one.captureId)}`, title: one.captureId }, say('erasures.capture', one.captureId.slice(0, 8)))
      : el('span', { class: 'plate', title: one.alias }, plate(one.alias))),
    el('td', {}, one.doneAt
      ? el('span', { class: 'badge good' }, icon('read'), say('erasures.done'))
      : el('span', { class: 'badge' }, icon('pending'), say('erasures.running'))),
    el('td', {}, visible(one.reason)),
    el('td', { class: 'amount' }, count('captures.number', one.captures)),
    el('td', { class: 'quiet' }, when(one.askedAt), ` · ${visible(one.askedBy)}`));
}

/** What the form asks for: a capture where there is an id, as in its address; else a plate. */
function asked() {
  const subject = form.elements.subject.value.trim();
  const id = ID.exec(subject);
  return { ...(id ? { captureId: id[0].toLowerCase() } : { plate: subject }), reason: form.elements.reason.value.trim() };
}

/** Back to the question: what was shown is not what would be done any more. */
function forget() {
  key = '';
  setText(notice, '');
  preview.replaceChildren();
  look.hidden = false;
  go.hidden = true;
}

const number = (word, n) => el('tr', {}, el('th', { scope: 'row' }, say(word)), el('td', { class: 'amount' }, integer(n)));

function show(found, oneCapture) {
  const [first, last] = [found.firstAt, found.lastAt].map((at) => (at ? day(localTime(at).slice(0, 10)) : ''));
  const days = first ? el('p', { class: 'quiet' }, first === last ? say('erasures.day', first) : say('erasures.span', first, last)) : null;
  preview.replaceChildren(...[
    el('table', { class: 'sums' }, el('tbody', {},
      number('erasures.photos', found.photos), number('erasures.captures', found.captures),
      ...(oneCapture ? [] : [number('erasures.stays', found.stays), number('erasures.charges', found.charges)]))),
    days,
    found.listed ? el('p', { class: 'notice' }, say('erasures.listed')) : null,
    found.needed.length ? needed(found.needed) : el('p', { class: 'notice bad' }, say(oneCapture ? 'erasures.sure-capture' : 'erasures.sure')),
  ].filter(Boolean));
  look.hidden = !found.needed.length;
  go.hidden = found.needed.length > 0;
}

/** What stands against it, each with the way to it. */
function needed(faults) {
  return el('div', { class: 'effect-sums' },
    el('p', { class: 'notice' }, say('erasures.needed')),
    el('ul', { class: 'faults' }, ...faults.map(({ code, field, detail }) => {
      const [kind, id] = field.split('/');
      const words = NEEDED[code] ? say(NEEDED[code], id.slice(0, 8)) : detail;
      return el('li', {}, icon('review'), LINKS[kind] ? el('a', { href: LINKS[kind](encodeURIComponent(id)), title: id }, words) : el('span', {}, words));
    })));
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (!go.hidden) return;
  forget();
  look.disabled = true;
  try {
    const subject = asked();
    show(await post('/v1/erasures?dryRun=true', subject), Boolean(subject.captureId));
    key = crypto.randomUUID();
    // Enter twice in a row must not erase what nobody has read.
    if (!go.hidden) form.querySelector('footer [data-close]').focus();
  } catch (refused) {
    setText(notice, words(refused));
  } finally {
    look.disabled = false;
  }
});
form.addEventListener('input', forget);

go.addEventListener('click', async () => {
  go.disabled = true;
  try {
    await post('/v1/erasures', asked(), key);
    dialog.close();
    toast(say('erasures.accepted'));
    load();
  } catch (refused) {
    if (refused.code === 'evidence_needed') {
      preview.replaceChildren(needed(refused.faults));
      look.hidden = false;
      go.hidden = true;
    } else setText(notice, words(refused));
  } finally {
    go.disabled = false;
  }
});

const words = (refused) => (refused.status === 404 ? say('erasures.no-capture') : refused.code === 'data_behind' ? say('erasures.behind') : refusal(refused));

document.getElementById('add').addEventListener('click', () => {
  form.reset();
  forget();
  dialog.showModal();
});

drawZones();
load();
