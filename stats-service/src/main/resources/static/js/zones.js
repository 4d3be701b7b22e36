// The zone picker: the choice lives in the address, its options are the zones seen so far.
import { allZones } from './ledger.js';
import { el } from './elements.js';
import { zoneName } from './format.js';

const select = document.getElementById('zone');

/** The zone in the address; empty for all. */
export const zoneChosen = () => new URLSearchParams(location.search).get('zone') ?? '';

/** Adds options for zones that are new: those this page knows of, and `more`. */
export function drawZones(more = []) {
  const known = new Set([...select.options].map((option) => option.value));
  for (const zone of [...new Set([...allZones(), ...more, zoneChosen()])].filter(Boolean).sort()) {
    if (known.has(zone)) continue;
    known.add(zone);
    select.append(el('option', { value: zone }, zoneName(zone)));
  }
  select.value = zoneChosen();
}

/** Calls `changed` when another zone is chosen, here or by the browser's back button. */
export function onZone(changed) {
  select.addEventListener('change', () => {
    const address = new URL(location.href);
    if (select.value) address.searchParams.set('zone', select.value);
    else address.searchParams.delete('zone');
    history.pushState(null, '', address);
    keepInTongues();
    changed();
  });
  addEventListener('popstate', () => {
    drawZones();
    keepInTongues();
    changed();
  });
  keepInTongues();
}

/** The links that switch the language keep the choice. */
function keepInTongues() {
  for (const link of document.querySelectorAll('.tongues a')) {
    const target = new URL(link.href);
    const tongue = target.searchParams.get('lang');
    target.search = location.search;
    target.searchParams.set('lang', tongue);
    link.href = target.href;
  }
}
