// Whether a person used keys or pointer: a session lasts by that, and not by what an open page asks by itself.
let used = false;

for (const sign of 'pointerdown keydown wheel touchmove'.split(' ')) {
  addEventListener(sign, () => { used = true; }, { capture: true, passive: true });
}

/** The header of the next request, which says so once. */
export function signOfLife() {
  const header = used ? { 'X-User-Present': 'true' } : {};
  used = false;
  return header;
}
