// "Importar CSV" of vehicles.
import { el, visible } from './elements.js';
import { localTime, plate } from './format.js';
import { count, say } from './page.js';
import { offerImport, tableOf } from './csvimport.js';
import { toast } from './notices.js';

/** Calls `imported` when a file was. */
export function onImport(imported) {
  offerImport('/v1/vehicles', shown, (answer) => {
    document.getElementById('csv').close();
    toast(count('vehicles.imported', answer.published));
    imported();
  });
}

function shown({ published, first }) {
  if (!first.length) return [];
  const time = (instant) => (instant ? localTime(instant).replace('T', ' ') : '');
  const table = tableOf(say('vehicles.first'), ['column.plate', 'vehicles.class', 'vehicles.exempt', 'vehicles.zones', 'vehicles.from', 'vehicles.to'],
    first.map((one) => [el('span', { class: 'plate' }, plate(one.plate)), visible(one.class ?? ''), one.exempt ? say('vehicles.yes') : '',
      one.zones.map(visible).join(', '), time(one.validFrom), time(one.validTo)]));
  return published > first.length ? [table, el('p', { class: 'quiet' }, say('vehicles.and-more', published - first.length))] : [table];
}
