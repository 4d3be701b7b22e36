// "Importar CSV": what a file would publish or why it is refused, line by line, before anything is done.
import { el, setText } from './elements.js';
import { postCsv } from './api.js';
import { count, say } from './page.js';
import { faultWords, listed } from './faults.js';
import { refusal } from './refusals.js';

const dialog = document.getElementById('csv');
const file = document.getElementById('csv-file');
const said = document.getElementById('csv-said');
const report = document.getElementById('csv-report');
const go = document.getElementById('csv-go');
const MOST_SHOWN = 200;
let turn = 0;

/** Offers to import into `path`: `shown` are the nodes that tell of a preview, `imported` takes the answer, `begun` each new start. */
export function offerImport(path, shown, imported, begun = () => {}) {
  go.addEventListener('click', async () => {
    go.disabled = true;
    try {
      imported(await postCsv(path, file.files[0]));
    } catch (refused) {
      refuse(refused);
    }
  });
  file.addEventListener('change', () => look(path, shown));
  document.getElementById('import').addEventListener('click', () => {
    begun();
    file.value = '';
    look(path, shown);
    dialog.showModal();
    file.focus();
  });
}

/** A table of `rows`, which are lists of nodes or texts, below the words of `keys`. */
export const tableOf = (label, keys, rows) => el('div', { class: 'list' }, el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, el('table', {},
  el('thead', {}, el('tr', {}, ...keys.map((key) => el('th', { scope: 'col' }, say(key))))),
  el('tbody', {}, ...rows.map((cells) => el('tr', {}, ...cells.map((cell) => el('td', {}, cell))))))));

async function look(path, shown) {
  const mine = ++turn;
  go.disabled = true;
  report.replaceChildren();
  setText(said, file.files.length ? say('shell.loading') : '');
  if (!file.files.length) return;
  try {
    const preview = await postCsv(`${path}?dryRun=true`, file.files[0]);
    if (mine !== turn) return;
    const { rows, published, unchanged } = preview;
    go.disabled = !published;
    setText(said, [count('vehicles.rows', rows), count('vehicles.would', published), unchanged && count('vehicles.same', unchanged)].filter(Boolean).join(' · '));
    report.replaceChildren(...shown(preview));
  } catch (refused) {
    if (mine === turn) refuse(refused);
  }
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
