// The page Usuarios: who may sign in, and as what.
import { el, icon, setText, visible } from './elements.js';
import { day } from './format.js';
import { count, say, settings } from './page.js';
import { get, post, put } from './api.js';
import { alertOf, toast } from './notices.js';
import { refusal } from './refusals.js';
import { drawZones } from './zones.js';
import './search.js';
import './frame.js';

const rows = document.getElementById('rows');
const form = document.getElementById('user-form');
const dialog = document.getElementById('user');
const secret = document.getElementById('secret');
const sure = document.getElementById('sure');
const yes = document.getElementById('sure-yes');
const ROLES = { ANALYST: 'role.ANALYST', OPERATOR: 'role.OPERATOR', ADMIN: 'role.ADMIN' };
const path = (name) => `/v1/users/${encodeURIComponent(name)}`;

async function load() {
  try {
    const { items } = await get('/v1/users');
    rows.replaceChildren(...items.map(row));
    setText(document.getElementById('shown'), count('users.number', items.length));
    alertOf('load', null);
  } catch (refused) {
    alertOf('load', refused.status === 403 ? refusal(refused) : say('alert.unreachable'));
  } finally {
    document.body.classList.remove('loading');
  }
}

function row(user) {
  return el('tr', { class: user.enabled ? null : 'off' },
    el('td', {}, el('span', { class: 'name' }, visible(user.name)), user.name === settings.user ? el('span', { class: 'quiet' }, ` ${say('users.you')}`) : null),
    el('td', {}, roleChoice(user)),
    el('td', {}, user.enabled ? el('span', { class: 'badge good' }, icon('read'), say('users.active')) : el('span', { class: 'badge warn' }, icon('rejected'), say('users.disabled'))),
    el('td', { class: 'side' }, user.createdBy ? say('users.added', day(user.createdAt.slice(0, 10)), visible(user.createdBy)) : say('users.first')),
    el('td', {}, el('div', { class: 'row-acts' }, ...acts(user))));
}

function roleChoice(user) {
  const select = el('select', { class: 'field', 'aria-label': say('users.role-of', visible(user.name)) },
    ...Object.entries(ROLES).map(([role, key]) => el('option', { value: role, selected: role === user.role }, say(key))));
  select.addEventListener('change', () => ask(
    say('users.role-title', visible(user.name), say(ROLES[select.value])), say('users.ends'), say('users.change'),
    () => change(user.name, { role: select.value, enabled: user.enabled }), () => { select.value = user.role; }));
  return select;
}

function acts(user) {
  const all = [];
  if (!user.passwordInSettings && user.name !== settings.user) {
    all.push(el('button', { class: 'button small', type: 'button', onclick: () => ask(
      say('users.reset-title', visible(user.name)), say('users.reset-words'), say('users.reset'), () => reset(user.name)) }, say('users.reset')));
  }
  all.push(user.enabled
    ? el('button', { class: 'button small', type: 'button', onclick: () => ask(
      say('users.disable-title', visible(user.name)), say('users.disable-words'), say('users.disable'),
      () => change(user.name, { role: user.role, enabled: false })) }, say('users.disable'))
    : el('button', { class: 'button small', type: 'button', onclick: () => change(user.name, { role: user.role, enabled: true }) }, say('users.enable')));
  return all;
}

/** Asks before it is done; `otherwise` when it is not to be. */
function ask(title, words, act, done, otherwise = () => {}) {
  setText(document.getElementById('sure-title'), title);
  setText(document.getElementById('sure-words'), words);
  setText(yes, act);
  let meant = false;
  yes.onclick = () => {
    meant = true;
    sure.close();
    done();
  };
  sure.onclose = () => meant || otherwise();
  sure.showModal();
}

async function change(name, body) {
  try {
    await put(path(name), body);
    toast(say('users.changed', visible(name)));
  } catch (refused) {
    toast(refusal(refused));
  }
  load();
}

async function reset(name) {
  try {
    show(await post(`${path(name)}/password`, {}));
  } catch (refused) {
    toast(refusal(refused));
  }
}

function show(user) {
  setText(document.getElementById('secret-title'), say('users.secret', visible(user.name)));
  setText(document.getElementById('secret-word'), user.password);
  secret.showModal();
}

secret.addEventListener('close', () => setText(document.getElementById('secret-word'), ''));
document.getElementById('add').addEventListener('click', () => {
  form.reset();
  setText(document.getElementById('user-notice'), '');
  dialog.showModal();
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { name, role } = Object.fromEntries(new FormData(form));
  try {
    const { items } = await get('/v1/users');
    if (items.some((user) => user.name === name)) return setText(document.getElementById('user-notice'), say('users.taken'));
    const user = await put(path(name), { role });
    dialog.close();
    show(user);
    load();
  } catch (refused) {
    setText(document.getElementById('user-notice'), refusal(refused));
  }
});

drawZones();
load();
