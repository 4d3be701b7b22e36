// "Importar CSV": what a file would publish or why it is refused, line by line, before anything is done.
import { el, setText, visible } from './elements.js';
import { postCsv } from './api.js';
import { localTime, plate } from './format.js';
import { count, say } from './page.js';
import { faultWords, listed } from './faults.js';
import { refusal } from './refusals.js';
import { toast } from './notices.js';

const dialog = document.getElementById('csv');
const file = document.getElementById('csv-file');
const said = document.getElementById('csv-said');
const report = document.getElementById('csv-report');
const go = document.getElementById('csv-go');
const MOST_SHOWN = 200;
let turn = 0;

/** Calls `imported` when a file was. */
export function onImport(imported) {
  go.addEventListener('click', async () => {
    go.disabled = true;
    try {
      const answer = await postCsv('/v1/vehicles', file.files[0]);
      dialog.close();
      toast(count('vehicles.imported', answer.published));
      imported();
    } catch (refused) {
      refuse(refused);
    }
  });
}

async function look() {
  const mine = ++turn;
  go.disabled = true;
  report.replaceChildren();
  setText(said, file.files.length ? say('shell.loading') : '');
  if (!file.files.length) return;
  try {
    const preview = await postCsv('/v1/vehicles?dryRun=true', file.files[0]);
    if (mine === turn) show(preview);
  } catch (refused) {
    if (mine === turn) refuse(refused);
  }
}

function show({ rows, published, unchanged, first }) {
  go.disabled = !published;
  setText(said, [count('vehicles.rows', rows), count('vehicles.would', published), unchanged && count('vehicles.same', unchanged)].filter(Boolean).join(' · '));
  if (!first.length) return;
  const names = ['column.plate', 'vehicles.class', 'vehicles.exempt', 'vehicles.zones', 'vehicles.from', 'vehicles.to'];
  const time = (instant) => (instant ? localTime(instant).replace('T', ' ') : '');
  report.replaceChildren(el('div', { class: 'list' }, el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('vehicles.first') }, el('table', {},
    el('thead', {}, el('tr', {}, ...names.map((key) => el('th', { scope: 'col' }, say(key))))),
    el('tbody', {}, ...first.map((one) => el('tr', {}, el('td', {}, el('span', { class: 'plate' }, plate(one.plate))), el('td', {}, visible(one.class ?? '')), el('td', {}, one.exempt ? say('vehicles.yes') : ''),
      el('td', {}, one.zones.map(visible).join(', ')), el('td', {}, time(one.validFrom)), el('td', {}, time(one.validTo)))))))));
  if (published > first.length) report.append(el('p', { class: 'quiet' }, say('vehicles.and-more', published - first.length)));
}

/** `lines[3].class` as people say it. */
const place = (field) => (field ?? '').replace(/^lines\[(\d+)\]\.?/, (_, line) => `${say('tariffs.line', line)} `).trim();

function refuse(refused) {
  go.disabled = true;
  if (!refused.faults?.length) return setText(said, refusal(refused));
  const lines = new Set(refused.faults.map((fault) => /^lines\[(\d+)\]/.exec(fault.field)?.[1]));
  setText(said, count('vehicles.refused', lines.size));
  report.replaceChildren(el('ul', { class: 'faults' }, ...listed(refused.faults.slice(0, MOST_SHOWN).map((fault) => ({ ...fault, field: place(fault.field) })), faultWords, '')));
  if (refused.faults.length > MOST_SHOWN) report.append(el('p', { class: 'quiet' }, say('vehicles.and-more', refused.faults.length - MOST_SHOWN)));
}

file.addEventListener('change', look);
document.getElementById('import').addEventListener('click', () => {
  file.value = '';
  look();
  dialog.showModal();
  file.focus();
});
