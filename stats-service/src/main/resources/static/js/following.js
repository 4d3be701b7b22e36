// Follows a stay after "Cobrar" until its charge is there, whether or not the live stream tells of it.
import { get } from './api.js';
import { putStay, stayOf } from './ledger.js';

const STEP_MILLIS = 1000;
const STEPS = 30;
const hearers = [];

/** Calls `changed` with the ids of the captures whose stay was learnt anew. */
export const onStay = (changed) => hearers.push(changed);

/** Takes a stay in and, while its charge is being issued, asks for it each second, half a minute long. */
export function followStay(stay, left = STEPS) {
  const ids = putStay(stay);
  hearers.forEach((changed) => changed(ids));
  if (!stay.issuing || left === 0) return;
  setTimeout(async () => {
    const current = stayOf({ stayId: stay.id });
    if (!current || current.charge || current.state !== 'OPEN') return;
    const asked = await get(`/v1/stays/${encodeURIComponent(stay.id)}`).catch(() => null);
    const open = !asked || asked.state === 'OPEN';
    followStay(open ? { ...current, issuing: left > 1 } : { ...asked, issuing: false }, left - 1);
  }, STEP_MILLIS);
}
