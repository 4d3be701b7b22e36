// "Importar CSV" of cameras: each new one gets the address to be typed into it, shown this once.
import { el, setText, visible } from './elements.js';
import { count, say } from './page.js';
import { offerImport, tableOf } from './csvimport.js';

const at = (id) => document.getElementById(id);
const DIRECTIONS = { ENTRY: 'direction.entry', EXIT: 'direction.exit', PASS: 'direction.pass', SIGHTING: 'direction.sighting' };

/** Calls `imported` when a file was. */
export function onImport(imported) {
  offerImport('/v1/cameras', ({ cameras }) => (cameras.length ? [preview(cameras)] : []), (answer) => {
    showAddresses(answer);
    imported();
  }, () => ask(true));
  at('csv').addEventListener('close', () => {
    at('csv-report').replaceChildren();
    setText(at('csv-said'), '');
  });
}

const preview = (cameras) => tableOf(say('vehicles.first'), ['keys.id', 'keys.name', 'cameras.make', 'fact.place', 'fact.direction'],
  cameras.map((one) => [visible(one.id), visible(one.name), one.make, one.place ? `${one.place.latitude}, ${one.place.longitude}` : '–', DIRECTIONS[one.direction] ? say(DIRECTIONS[one.direction]) : '–']));

/** A line for each that has a new key, as a spreadsheet takes it. */
function showAddresses({ published, cameras }) {
  ask(false);
  const fresh = cameras.filter((one) => one.key);
  setText(at('csv-said'), [count('cameras.imported', published), fresh.length ? say('keys.once') : ''].filter(Boolean).join(' '));
  at('csv-report').replaceChildren(
    fresh.length ? tableOf(say('cameras.addresses'), ['column.camera', 'keys.url'], fresh.map((one) => [visible(one.name), el('code', { class: 'long' }, one.url)])) : '',
    el('pre', { id: 'csv-addresses', hidden: true }, fresh.map((one) => `${one.id}\t${one.url}`).join('\n')));
  at('csv-copy').hidden = !fresh.length;
}

function ask(whether) {
  at('csv-ask').hidden = !whether;
  at('csv-go').hidden = !whether;
  at('csv-copy').hidden = true;
  setText(at('csv-copy').lastElementChild, say('copy.action'));
}
