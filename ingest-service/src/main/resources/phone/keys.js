// The warden's key: it comes in the address's fragment, which no server ever sees, and stays on this phone.
const KEY = 'plateflow.key';
const NAME = 'plateflow.name';
const REFUSED = 'plateflow.key.refused';

export const key = () => localStorage.getItem(KEY);
export const keyName = () => localStorage.getItem(NAME) ?? '';

/** Why the gateway does not take the key: `unknown` or `scope`; null while it does. */
export const keyRefused = () => localStorage.getItem(REFUSED);

export function refuseKey(why) {
  if (why === keyRefused()) return;
  if (why) localStorage.setItem(REFUSED, why);
  else localStorage.removeItem(REFUSED);
  dispatchEvent(new Event('keyrefused'));
}

/** Takes `#key=…&name=…` and strips it from the address bar and the history; whether there was one. */
export function takeKeyFromAddress() {
  const fragment = new URLSearchParams(location.hash.slice(1).replaceAll('+', '%2B'));
  const found = fragment.get('key')?.trim();
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  if (!found) return false;
  useKey(found, fragment.get('name')?.trim());
  return true;
}

export function useKey(found, name) {
  localStorage.setItem(KEY, found);
  if (name) localStorage.setItem(NAME, name.slice(0, 60));
  else localStorage.removeItem(NAME);
  refuseKey(null);
}

export function forgetKey() {
  for (const one of [KEY, NAME, REFUSED]) localStorage.removeItem(one);
}
