// The gateway, as this page sees it: every answer becomes {kind, …}, and only what it said itself counts as its answer.
import { key } from './keys.js';

const PATIENCE = 90_000;

/** kind OK, PENDING, KEY, REFUSED (with `fault`), SLOW, GONE or AWAY (with `after` in milliseconds, where it said so). */
export async function ask(path, options = {}, patience = PATIENCE) {
  let response;
  let body;
  try {
    response = await fetch(path, {
      ...options,
      headers: { 'X-API-Key': key() ?? '', ...options.headers },
      cache: 'no-store', credentials: 'omit', redirect: 'error', signal: AbortSignal.timeout(patience),
    });
    body = await response.json();
  } catch {
    return { kind: 'AWAY' }; // no network, or somebody else's page in its place
  }
  const { status } = response;
  if (status === 200 && body.id) return { kind: 'OK', body };
  if (status === 202 && body.id) return { kind: body.status === 'PENDING' ? 'PENDING' : 'OK', body };
  if (!body.code) return { kind: 'AWAY' };
  if (status === 401 || status === 403) return { kind: 'KEY', why: status === 401 ? 'unknown' : 'scope' };
  if (status === 408) return { kind: 'SLOW' };
  if (status === 404 || status === 409) return { kind: 'GONE', code: body.code };
  if (status === 429 || status >= 500) return { kind: 'AWAY', after: 1000 * Number(response.headers.get('Retry-After')) || undefined };
  return { kind: 'REFUSED', fault: body.code };
}

/** A network that carried for so long and then broke is one that the gateway did not wait for. */
const LONG = 15_000;

export async function post(shot) {
  const form = new FormData();
  const { latitude, longitude, accuracy } = shot.place;
  form.set('latitude', latitude.toFixed(7));
  form.set('longitude', longitude.toFixed(7));
  if (accuracy != null && accuracy <= 100_000) form.set('accuracyMeters', accuracy.toFixed(1));
  if (!shot.untimed) form.set('capturedAt', shot.taken);
  form.set('source', 'phone');
  if (shot.typed) form.set('declaredPlate', shot.typed);
  form.set('image', shot.image, 'photo.jpg');
  const begun = Date.now();
  const answer = await ask('/v1/captures', { method: 'POST', headers: { 'Idempotency-Key': shot.key }, body: form });
  return answer.kind === 'AWAY' && !answer.after && Date.now() - begun > LONG ? { kind: 'SLOW' } : answer;
}

export const result = (shot, wait) => ask(`/v1/captures/${encodeURIComponent(shot.id)}/result?wait=${wait}`, {}, (wait + 15) * 1000);

export const declare = (shot, plate) => ask(`/v1/captures/${encodeURIComponent(shot.id)}/declaration`,
  { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ plate }) }, 30_000);
