// Questions and commands to /v1 within the page's session.
import { csrf } from './page.js';
import { hear } from './clock.js';

/** What the API refused, or that it could not be reached: `code` is stable; status 0 is no answer at all. */
export class Refused extends Error {
  constructor(status, code) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** The JSON at `path`; absent parameters are left out. */
export function get(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value != null && value !== ''));
  return answer(query.size ? `${path}?${query}` : path, {});
}

export const photoAddress = (capture) => `/v1/captures/${encodeURIComponent(capture.id)}/image`;

export const post = (path, body, key) => send('POST', path, body, key);

export const put = (path, body) => send('PUT', path, body);

export const patch = (path, body, key) => send('PATCH', path, body, key);

/** With a `key` a repeat of the same request is no second one. */
function send(method, path, body, key) {
  const headers = { 'Content-Type': 'application/json', [csrf.header]: csrf.token, ...(key ? { 'Idempotency-Key': key } : {}) };
  return answer(path, { method, headers, body: JSON.stringify(body) });
}

async function answer(path, request) {
  // Named so, the server answers 401 without asking the browser to open its own password box.
  const headers = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest', ...request.headers };
  const response = await fetch(path, { ...request, headers, signal: AbortSignal.timeout(15_000) }).catch(() => {
    throw new Refused(0, 'unreachable');
  });
  hear(response);
  if (response.status === 401) location.assign('/login?expired');
  if (!response.ok) throw new Refused(response.status, (await response.json().catch(() => ({}))).code ?? 'unknown');
  return response.json();
}
