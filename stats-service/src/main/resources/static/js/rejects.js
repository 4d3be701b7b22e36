// Rejected photos, and having one read again.
import { el, icon, setText, visible } from './elements.js';
import { moment, utc, zoneName } from './format.js';
import { count, say, settings } from './page.js';
import { get, post } from './api.js';
import { toast } from './notices.js';
import { refusal } from './refusals.js';
import { reason } from './states.js';
import { thumbnail } from './thumb.js';
import { openPhoto } from './photo.js';
import { drawZones, zoneChosen } from './zones.js';

const SHOWN = 12;
const at = (id) => document.getElementById(id);
/** Attempts that were asked for here and that the rows may not know yet, by capture. */
const asked = new Map();
let drawn = '';

export async function loadRejects() {
  const { items, nextCursor } = await get('/v1/captures', { status: 'REJECTED', zone: zoneChosen(), limit: SHOWN });
  const state = items.map((one) => `${one.id}${one.attempt}${isUnderWay(one)}`).join();
  if (state === drawn && items.length) return;
  drawn = state;
  drawZones(items.map((one) => one.zone).filter(Boolean));
  at('rejects').replaceChildren(...items.map(row));
  at('rejects-none').hidden = items.length > 0;
  at('rejects-all').toggleAttribute('hidden', !nextCursor);
  setText(at('rejects-shown'), items.length ? (nextCursor ? say('system.newest', items.length) : count('photos.number', items.length)) : '');
}

const isUnderWay = (capture) => capture.retrying || (asked.get(capture.id) ?? 0) > capture.attempt;

function row(capture) {
  const where = [capture.cameraId && visible(capture.cameraId), capture.zone && zoneName(capture.zone)].filter(Boolean).join(' · ');
  return el('li', { class: 'reject' },
    el('button', { class: 'shot', type: 'button', 'aria-label': say('photo.open', where || say('plate.none')), onclick: () => openPhoto(capture.id) }, icon('photo'), thumbnail(capture)),
    el('div', { class: 'why' },
      el('b', {}, reason(capture) ?? say('status.rejected')),
      el('span', {}, where, where ? ' · ' : '', capture.capturedAt ? el('time', { datetime: capture.capturedAt, title: utc(capture.capturedAt) }, moment(capture.capturedAt)) : '',
        capture.attempt > 1 ? ` · ${say('system.attempt', capture.attempt)}` : '')),
    el('div', { class: 'act' }, act(capture)));
}

function act(capture) {
  if (isUnderWay(capture)) return el('span', { class: 'badge' }, icon('pending'), say('system.retrying'));
  if (!settings.mayCharge || capture.photoDeletedAt || !capture.receivedAt) return null;
  const button = el('button', { class: 'button small', type: 'button', onclick: () => retry(capture, button) }, say('system.retry'));
  return button;
}

async function retry(capture, button) {
  button.disabled = true;
  try {
    const { attempt } = await post(`/v1/captures/${encodeURIComponent(capture.id)}/retry`, {});
    asked.set(capture.id, attempt);
    button.closest('.act').replaceChildren(act(capture));
    toast(say('system.retry-sent'));
  } catch (refused) {
    button.disabled = false;
    toast(refusal(refused));
  }
}
