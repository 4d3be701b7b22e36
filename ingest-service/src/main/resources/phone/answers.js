// What was read on photos that were sent, and the warden's word on it.
import { change, shots } from './store.js';
import { declare, result } from './gateway.js';
import { key, keyRefused, refuseKey } from './keys.js';
import { loop } from './loop.js';

const WAIT_SECONDS = 15;
const PAUSE = 1_000;
/** After that the office is the one to ask: a gateway remembers readings for an hour. */
const AWAITED = 45 * 60_000;

export const isAwaited = (shot) => shot.state === 'SENT' && !shot.result && Date.now() - Date.parse(shot.sentAt) < AWAITED;
const isUntold = (shot) => shot.word && !shot.word.told && !shot.word.lost;

/** Asks for the newest at length, and for the others in passing. */
export const startAsking = () => loop(async () => {
  if (!key() || keyRefused() === 'results' || document.hidden) return {};
  const awaited = (await shots()).filter(isAwaited).reverse();
  for (const [n, shot] of awaited.entries()) {
    const answer = await result(shot, n === 0 ? WAIT_SECONDS : 0);
    if (answer.kind === 'OK') await change(shot.key, { result: answer.body });
    else if (answer.kind !== 'PENDING' && answer.kind !== 'GONE') return doubt(answer);
  }
  return awaited.length ? { next: PAUSE } : {};
});

export const startTelling = () => loop(async () => {
  if (!key()) return {};
  for (const shot of (await shots()).filter(isUntold)) {
    const { plate } = shot.word;
    const answer = await declare(shot, plate);
    if (answer.kind === 'OK') await change(shot.key, { result: answer.body, word: { plate, told: true } });
    else if (answer.kind === 'GONE' || answer.kind === 'REFUSED') await change(shot.key, { word: { plate, lost: true } });
    else return doubt(answer);
  }
  return {};
});

function doubt(answer) {
  if (answer.kind === 'KEY') refuseKey(answer.why === 'scope' ? 'results' : answer.why);
  return { failed: true, after: answer.after };
}
