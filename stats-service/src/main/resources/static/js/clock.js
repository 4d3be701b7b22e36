// The server's clock: a browser with a wrong clock still shows the right "hace 12 min".
let ahead = 0;

/** Takes the server's time from an answer's Date header. */
export function hear(response) {
  const date = Date.parse(response.headers.get('Date') ?? '');
  // The header has no fractions: half a second is its mean error, and less than two is no error of the clock.
  if (!Number.isNaN(date)) ahead = Math.abs(date + 500 - Date.now()) < 2000 ? 0 : date + 500 - Date.now();
}

/** Milliseconds since 1970, as the server counts them. */
export const now = () => Date.now() + ahead;
