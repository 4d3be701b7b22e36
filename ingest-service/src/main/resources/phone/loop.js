// Work that goes on while the page is open: at once when something changes, later after each failure.
import { onChange } from './store.js';

const LONGEST = 60_000;
const BREATH = 500;

/**
 * `round` does what there is to do and says `{}`, or `{next}` (milliseconds) when there will be more, or `{failed: true}`,
 * with `after` where it is known how long to wait.
 */
export function loop(round) {
  let timer = null;
  let running = false;
  let missed = false;
  let failures = 0;

  const wake = (after = 0) => {
    clearTimeout(timer);
    timer = setTimeout(run, after);
  };
  const run = async () => {
    missed = running;
    if (running) return;
    running = true;
    const { failed, after, next } = await round().catch(() => ({ failed: true }));
    running = false;
    failures = failed ? failures + 1 : 0;
    if (failed) wake(after ?? Math.min(LONGEST, 1000 * 2 ** failures) * (0.75 + Math.random() / 2));
    else if (missed) wake(BREATH);
    else if (next != null) wake(next);
  };
  const again = () => {
    failures = 0;
    wake();
  };
  onChange(() => failures === 0 && wake());
  addEventListener('online', again);
  document.addEventListener('visibilitychange', () => document.hidden || again());
  wake();
  return { again };
}
