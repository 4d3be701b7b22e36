// What this page knows of captures and their stays; everything shown is drawn from here.
const captures = new Map();
const stays = new Map();
/** Captures kept beyond those listed, so that a late `stay` finds its capture. */
const KEPT = 400;

export const newestFirst = (a, b) =>
  (Date.parse(b.capturedAt) || 0) - (Date.parse(a.capturedAt) || 0) || b.id.localeCompare(a.id);

/** Empties the ledger before it is filled anew; a stay whose charge is being issued stays known. */
export function forget() {
  captures.clear();
  for (const [id, stay] of stays) if (!stay.issuing) stays.delete(id);
}

/** Takes a capture in; answers whether it is new here. */
export function putCapture(capture) {
  const isNew = !captures.has(capture.id);
  captures.set(capture.id, { ...captures.get(capture.id), ...capture });
  if (captures.size > KEPT) [...captures.values()].sort(newestFirst).slice(KEPT).forEach((old) => captures.delete(old.id));
  return isNew;
}

/** Takes a stay in; answers the ids of the captures it touches. */
export function putStay(stay) {
  stays.set(stay.id, { ...stays.get(stay.id), ...stay });
  for (const id of stay.captureIds ?? []) {
    const capture = captures.get(id);
    if (capture) captures.set(id, { ...capture, stayId: stay.id, stayState: stay.state, amountSoFar: stay.amountSoFar ?? capture.amountSoFar });
  }
  return capturesOf(stay.id);
}

/** Takes a charge in; answers the ids of the captures it touches. */
export function putCharge(charge) {
  const known = stays.get(charge.stayId) ?? { id: charge.stayId };
  stays.set(charge.stayId, { ...known, charge });
  return capturesOf(charge.stayId);
}

export const capture = (id) => captures.get(id);
export const stayOf = (seen) => (seen.stayId ? stays.get(seen.stayId) : undefined);
export const allCaptures = () => [...captures.values()];
export const allZones = () => new Set([...captures.values(), ...stays.values()].map((one) => one.zone).filter(Boolean));

const capturesOf = (stayId) => allCaptures().filter((one) => one.stayId === stayId).map((one) => one.id);
