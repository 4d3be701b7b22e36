// A list whose question lives in the address: tabs, filters, page by page, and the same as CSV.
import { mark, setText } from './elements.js';
import { get } from './api.js';
import { dayStart } from './format.js';
import { howMany } from './howmany.js';
import { count, say } from './page.js';
import { alertOf } from './notices.js';
import { offerCsv } from './csv.js';
import { drawZones, onZone } from './zones.js';

const form = document.getElementById('filters');
const tabs = [...document.querySelectorAll('#tabs a')];
const rows = document.getElementById('rows');
const more = document.getElementById('more');
const shown = document.getElementById('shown');
const none = document.getElementById('none');
const nothing = none.textContent;
const csv = document.getElementById('csv');
const PAGE = 50;
let cursor = null;
let turn = 0;

const asked = () => new URLSearchParams(location.search);
const chosen = () => tabs.find((tab) => tab.dataset.tab === (asked().get('tab') ?? '')) ?? tabs[0];

/** What the API is asked: the tab's own parameters, and every field that is filled in; days are whole local days. */
function question() {
  const address = asked();
  const parameters = Object.fromEntries(new URLSearchParams(chosen()?.dataset.asks ?? ''));
  for (const { name, dataset } of [{ name: 'zone' }, ...form.elements]) {
    const value = address.get(name) ?? dataset?.otherwise;
    if (name && value) parameters[name] = name === 'from' ? dayStart(value, 0) : name === 'to' ? dayStart(value, 1) : value;
  }
  if (!parameters.plate) delete parameters.match;
  return parameters;
}

/**
 * Fills the table from `path`: `draw` makes the row of an item that `isWanted`. Answers a function that loads it anew.
 */
export function list(path, draw, isWanted = () => true) {
  let items = [];
  let total = null;
  /** Which question the total is of. */
  let counting = 0;

  async function ask(parameters) {
    const mine = ++turn;
    try {
      const page = await get(path, { ...parameters, limit: PAGE });
      if (mine !== turn) return;
      alertOf('load', null);
      const added = page.items.filter(isWanted);
      items = [...items, ...added];
      cursor = page.nextCursor ?? null;
      show(added);
    } catch (refused) {
      if (mine === turn) alertOf('load', refused.status === 422 ? say('list.malformed') : say('alert.unreachable'));
    } finally {
      document.body.classList.remove('loading');
    }
  }

  function show(added) {
    rows.append(...added.map(draw));
    drawZones(items.map((item) => item.zone));
    none.hidden = items.length > 0;
    setText(none, chosen()?.dataset.none ?? nothing);
    more.hidden = !cursor;
    showShown();
    csv.href = `${path}?${new URLSearchParams(question())}`;
    csv.toggleAttribute('hidden', !items.length);
  }

  const showShown = () => setText(shown, items.length ? (cursor ? howMany(items.length, total) : count('list.shown', items.length)) : '');

  /** The rows do not wait for it: what no index leads to takes a while to count. */
  async function countAll(parameters, mine) {
    const page = await get(path, { ...parameters, limit: 1, total: true }).catch(() => null);
    if (mine !== counting) return;
    total = page?.total ?? null;
    showShown();
  }

  const load = async () => {
    const mine = ++counting;
    total = null;
    items = [];
    rows.replaceChildren();
    fill();
    const wanted = question();
    await ask(wanted);
    if (mine === counting && cursor) countAll(wanted, mine);
  };
  more.addEventListener('click', () => ask({ ...question(), cursor }));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => go(Object.fromEntries(new FormData(form))));
  for (const tab of tabs) {
    tab.addEventListener('click', (event) => {
      event.preventDefault();
      go({ tab: tab.dataset.tab });
    });
  }
  onZone(load);
  offerCsv(csv);

  function go(changes) {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.pushState(null, '', address);
    load();
  }

  load();
  return load;
}

/** The form and the tabs as the address has them. */
function fill() {
  const address = asked();
  for (const field of form.elements) if (field.name) field.value = address.get(field.name) ?? field.dataset.otherwise ?? '';
  for (const tab of tabs) mark(tab, 'aria-current', tab === chosen());
}
