// The page Auditoría: who did what, newest first.
import { el, visible } from './elements.js';
import { localTime, utc } from './format.js';
import { count, say } from './page.js';
import { list } from './list.js';
import './search.js';
import './frame.js';

const actions = document.getElementById('filters').elements.action;
const KINDS = {
  stay: 'audit.kind-stay', charge: 'audit.kind-charge', capture: 'audit.kind-capture', zone: 'audit.kind-zone', tariff: 'audit.kind-tariff',
  user: 'audit.kind-user', month: 'audit.kind-month', report: 'audit.kind-report', erasure: 'audit.kind-erasure', list: 'audit.kind-list',
  camera: 'audit.kind-camera', warden: 'audit.kind-warden', client: 'audit.kind-client',
};
const LISTS = {
  captures: 'captures.title', stays: 'stays.title', charges: 'charges.title', vehicles: 'settings.vehicles', cameras: 'settings.cameras', audit: 'settings.audit', erasures: 'settings.erasures',
};
const MATCHES = { PREFIX: 'search.prefix', EXACT: 'search.exact', WILDCARD: 'search.wildcard', FUZZY: 'search.fuzzy' };
const ROLES = { ANALYST: 'role.ANALYST', OPERATOR: 'role.OPERATOR', ADMIN: 'role.ADMIN' };
const LINKS = {
  stay: (id) => `/stays?tab=all&stay=${id}`, charge: (id) => `/charges?charge=${id}`, capture: (id) => `/captures?capture=${id}`,
  zone: () => '/settings/zones', tariff: () => '/settings/tariffs', user: () => '/settings/users', month: () => '/reports', report: () => '/reports', erasure: () => '/settings/erasures',
  camera: () => '/settings/cameras', warden: () => '/settings/keys', client: () => '/settings/keys',
};

const words = (action) => [...actions.options].find((option) => option.value === action)?.text ?? action;

/** What the program wrote of it, in words where there are some. */
function detail({ action, detail: text }) {
  const known = MATCHES[text] ?? ROLES[text];
  if (known) return say(known);
  const version = /^version (\d+)$/.exec(text ?? '');
  if (version) return say('audit.version', version[1]);
  const attempt = /^attempt (\d+)$/.exec(text ?? '');
  if (attempt) return say('audit.attempt', attempt[1]);
  const published = /^(\d+) published$/.exec(text ?? '');
  if (published) return count(action === 'CAMERAS_IMPORTED' ? 'cameras.number' : 'audit.published', Number(published[1]));
  return action === 'AUDIT_READ' || !text || text === '/' ? '' : text;
}

function subject({ kind, subject: id }) {
  if (!id) return [];
  const shown = kind === 'list' && LISTS[id] ? say(LISTS[id]) : /^[0-9a-f-]{36}$/.test(id) ? id.slice(0, 8) : visible(id);
  const name = `${KINDS[kind] ? say(KINDS[kind]) : kind} ${shown}`;
  return [LINKS[kind] ? el('a', { href: LINKS[kind](encodeURIComponent(id)), title: id }, name) : el('span', { title: id }, name)];
}

list('/v1/audit', (entry) => el('tr', {},
  el('td', { class: 'stamp' }, el('time', { datetime: entry.at, title: utc(entry.at) }, localTime(entry.at).replace('T', ' '))),
  el('td', {}, entry.who ? el('span', { class: 'name' }, visible(entry.who)) : el('span', { class: 'quiet' }, say('audit.unknown'))),
  el('td', { class: 'act' }, words(entry.action), detail(entry) ? el('span', { class: 'quiet' }, ` · ${detail(entry)}`) : null,
    entry.done ? null : el('span', { class: 'badge warn' }, say('audit.undone'))),
  el('td', { class: 'side' }, ...subject(entry)),
  el('td', { class: 'side quiet' }, entry.address)));
