// "Qué hubiera cobrado": the stays of a zone in the last 30 days by the tariff that is written, beside what was charged.
import { el, setText } from './elements.js';
import { get, postText } from './api.js';
import { integer, money, zoneName } from './format.js';
import { say } from './page.js';
import { faultWords } from './faults.js';
import { signed } from './publishing.js';
import { now } from './clock.js';
import { refusal } from './refusals.js';

const DAY_MILLIS = 86_400_000;
const DAYS = 30;
const zone = document.getElementById('replay-zone');
const go = document.getElementById('replay-go');
const result = document.getElementById('replay');
let tariffNow = () => null;

/** Offers zones: `published` ones and those where something was charged. `written` gives the text to simulate, or null. */
export async function offerReplay(published, written) {
  tariffNow = written;
  const { items } = await get('/v1/stats/revenue', { by: 'zone' }).catch(() => ({ items: [] }));
  const all = [...new Set([...items.map((one) => one.name), ...published])];
  zone.replaceChildren(...all.map((id) => el('option', { value: id }, zoneName(id))));
  zone.closest('section').hidden = !all.length;
}

/** Forgets what another tariff would have charged. */
export const clearReplay = () => result.replaceChildren();

async function replay() {
  const text = tariffNow();
  if (!text) return;
  go.disabled = true;
  const period = { zone: zone.value, from: new Date(now() - DAYS * DAY_MILLIS).toISOString(), to: new Date(now()).toISOString() };
  try {
    show(await postText('/v1/tariffs/simulate', `{"draft":${text},${JSON.stringify(period).slice(1)}`));
  } catch (refused) {
    result.replaceChildren(el('p', { class: 'notice bad' }, refused.faults?.length ? faultWords(refused.faults[0]) : refusal(refused)));
  } finally {
    go.disabled = false;
  }
}

function show(answer) {
  if (!answer.stays) return setText(result, say('replay.none'));
  const rows = [
    ['replay.stays', say('replay.changed', integer(answer.stays), integer(answer.changed))],
    ['replay.actual', answer.actual.map(money).join(' · ') || '–'],
    ['replay.draft', money(answer.draft)],
  ];
  result.replaceChildren(el('table', { class: 'sums' },
    el('tbody', {}, ...rows.map(([key, value]) => el('tr', {}, el('th', { scope: 'row' }, say(key)), el('td', { class: 'amount' }, value)))),
    answer.difference ? el('tfoot', {}, el('tr', {}, el('th', { scope: 'row' }, say('effect.difference')), el('td', { class: 'amount' }, signed(answer.difference)))) : null));
}

go.addEventListener('click', replay);
