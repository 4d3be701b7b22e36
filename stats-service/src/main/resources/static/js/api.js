// Questions and commands to /v1 within the page's session.
import { csrf } from './page.js';
import { hear } from './clock.js';
import { signOfLife } from './presence.js';

const PATIENCE_MILLIS = 15_000;
/** What is reckoned over many stays takes longer. */
const RECKONING_MILLIS = 60_000;

/** What the API refused, or that it could not be reached: `code` is stable; status 0 is no answer at all. */
export class Refused extends Error {
  /** `faults`: what is wrong with each field, as {field, code, detail}. */
  constructor(status, code, faults = []) {
    super(code);
    this.status = status;
    this.code = code;
    this.faults = faults;
  }
}

/** The JSON at `path`; absent parameters are left out. */
export function get(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value != null && value !== ''));
  return answer(query.size ? `${path}?${query}` : path, {});
}

export const photoAddress = (capture) => `/v1/captures/${encodeURIComponent(capture.id)}/image`;

/** All items of a list, page by page. */
export async function everything(path) {
  const items = [];
  let cursor = null;
  do {
    const page = await get(path, { limit: 500, cursor });
    items.push(...page.items);
    cursor = page.nextCursor ?? null;
  } while (cursor);
  return items;
}

/** With a `key` a repeat of the same request is no second one. */
export const post = (path, body, key) => send('POST', path, JSON.stringify(body), once(key));

/** The same of JSON text as it is. */
export const postText = (path, text) => send('POST', path, text, {}, RECKONING_MILLIS);

export const put = (path, body) => send('PUT', path, JSON.stringify(body));

export const patch = (path, body, key) => send('PATCH', path, JSON.stringify(body), once(key));

export const remove = (path) => send('DELETE', path);

/** Sends a file as CSV; a large one takes its time. */
export const postCsv = (path, file) => send('POST', path, file, { 'Content-Type': 'text/csv; charset=utf-8' }, 300_000);

/** Publishes a draft that was written after `version` (0: it is the first), or with `dryRun` tells what that would do; `body` is JSON text. */
export const publish = (path, body, version, dryRun = false) => send('PUT', dryRun ? `${path}?dryRun=true` : path, body,
  version ? { 'If-Match': `"${version}"` } : { 'If-None-Match': '*' }, RECKONING_MILLIS);

const once = (key) => (key ? { 'Idempotency-Key': key } : {});

function send(method, path, body, more = {}, patience = PATIENCE_MILLIS) {
  return answer(path, { method, headers: { 'Content-Type': 'application/json', [csrf.header]: csrf.token, ...more }, body }, patience);
}

async function answer(path, request, patience = PATIENCE_MILLIS) {
  // Named so, the server answers 401 without asking the browser to open its own password box.
  const headers = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest', ...signOfLife(), ...request.headers };
  const response = await fetch(path, { ...request, headers, signal: AbortSignal.timeout(patience) }).catch(() => {
    throw new Refused(0, 'unreachable');
  });
  hear(response);
  if (response.status === 401) location.assign('/login?expired');
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Refused(response.status, problem.code ?? 'unknown', problem.errors);
  }
  return response.json();
}
