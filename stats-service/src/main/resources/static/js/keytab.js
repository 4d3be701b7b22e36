// The tab Inspectores: who sends from a phone, and which programs send; each has a key of its own.
import { el, icon, setText, visible } from './elements.js';
import { get, publish } from './api.js';
import { day, localTime, moment } from './format.js';
import { count, say } from './page.js';
import { alertOf, toast } from './notices.js';
import { refusal } from './refusals.js';
import { clearFaults, forgetFault, showFaults } from './faults.js';
import { keyActs, showSecret, suggestId } from './secret.js';
import { drawZones } from './zones.js';
import './search.js';
import './frame.js';

const at = (id) => document.getElementById(id);
const dialog = at('holder');
const form = at('holder-form');
const notice = at('holder-notice');
const KINDS = {
  wardens: { number: 'keys.wardens-number', add: 'keys.add-warden' },
  clients: { number: 'keys.clients-number', add: 'keys.add-client' },
};
/** No id is so: it is refused, with whatever else is wrong. */
const NO_ID = '-';
let kind = 'wardens';
let edited = null;
const pathOf = (which, id) => `/v1/${which}/${encodeURIComponent(id)}`;

async function load() {
  try {
    for (const which of Object.keys(KINDS)) {
      const { items } = await get(`/v1/${which}`);
      at(which).replaceChildren(...items.map((one) => row(which, one)));
      at(`no-${which}`).hidden = items.length > 0;
      setText(at(`${which}-shown`), items.length ? count(KINDS[which].number, items.length) : '');
    }
    alertOf('load', null);
  } catch (refused) {
    alertOf('load', refused.status === 403 ? refusal(refused) : say('alert.unreachable'));
  } finally {
    document.body.classList.remove('loading');
  }
}

function row(which, one) {
  return el('tr', { class: one.revoked ? 'off' : null },
    el('td', {}, el('span', { class: 'name' }, visible(one.name)), el('span', { class: 'quiet' }, ` ${visible(one.id)}`)),
    el('td', {}, one.revoked ? el('span', { class: 'badge warn' }, icon('rejected'), say('keys.is-revoked')) : el('span', { class: 'badge good' }, icon('read'), say('users.active')),
      one.previousUntil ? el('span', { class: 'quiet' }, ` ${say('keys.previous', moment(one.previousUntil))}`) : null),
    el('td', { class: 'side' }, say('users.added', day(localTime(one.publishedAt).slice(0, 10)), visible(one.publishedBy))),
    el('td', {}, el('div', { class: 'row-acts' },
      el('button', { class: 'button small', type: 'button', onclick: () => open(which, one) }, one.revoked ? say('keys.again') : say('zones.edit')),
      ...(one.revoked ? [] : keyActs(pathOf(which, one.id), one.name, load)))));
}

function open(which, one) {
  kind = which;
  edited = one;
  form.reset();
  clearFaults(form, notice);
  setText(at('holder-title'), one ? say('zones.edit-title', visible(one.name)) : say(KINDS[which].add));
  setText(at('holder-go'), one ? say('cameras.save') : say(KINDS[which].add));
  form.elements.name.value = one?.name ?? '';
  form.elements.id.value = one?.id ?? '';
  form.elements.id.readOnly = Boolean(one);
  form.elements.id.dataset.own = '';
  at('results-line').hidden = which !== 'clients';
  form.elements.results.checked = one?.scopes?.includes('RESULTS') ?? false;
  dialog.showModal();
  form.elements.name.focus();
}

form.addEventListener('input', forgetFault);
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const draft = { name: form.elements.name.value };
  if (kind === 'clients') draft.scopes = form.elements.results.checked ? ['CAPTURES', 'RESULTS'] : ['CAPTURES'];
  try {
    const issued = await publish(pathOf(kind, form.elements.id.value.trim() || NO_ID), JSON.stringify(draft), edited?.version);
    dialog.close();
    if (issued.key) showSecret(issued, issued.name);
    else toast(say('cameras.saved', visible(issued.name)));
    load();
  } catch (refused) {
    showFaults(form, notice, refused);
  }
});
at('add-warden').addEventListener('click', () => open('wardens', null));
at('add-client').addEventListener('click', () => open('clients', null));
suggestId(form);
drawZones();
load();
