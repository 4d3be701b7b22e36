// Sends what waits, the oldest first and one at a time, until the gateway has it.
import { change, shots, tidy } from './store.js';
import { key, keyRefused, refuseKey } from './keys.js';
import { loop } from './loop.js';
import { post } from './gateway.js';
import { smaller } from './shrink.js';

const KEY_AGAIN = 60_000;
let sending = null;
let away = false;

/** The key of the shot that is on its way now. */
export const sendingNow = () => sending;

/** Whether the last try found no network, or no gateway. */
export const isAway = () => away;

/** `told` is called whenever what the two above say has changed. */
export function startSending(told) {
  const all = async () => {
    let shot;
    while (key() && (shot = (await shots()).find((one) => one.state === 'WAITING' && one.place))) {
      sending = shot.key;
      told();
      const answer = await post(shot);
      const outcome = await settle(shot, answer).finally(() => { sending = null; });
      told();
      if (outcome.failed) return outcome;
    }
    await tidy();
    return {};
  };
  // Two windows of this page send one after the other.
  return loop(() => (navigator.locks ? navigator.locks.request('plateflow-send', all) : all()));
}

async function settle(shot, answer) {
  away = answer.kind === 'AWAY' || answer.kind === 'SLOW';
  if (answer.kind === 'OK' || answer.kind === 'PENDING') {
    if (keyRefused() !== 'results') refuseKey(null);
    await change(shot.key, { state: 'SENT', id: answer.body.id, sentAt: new Date().toISOString(), image: null });
    return {};
  }
  if (answer.kind === 'REFUSED' || answer.kind === 'GONE') {
    await change(shot.key, { state: 'REFUSED', fault: answer.fault ?? answer.code });
    return {};
  }
  if (answer.kind === 'KEY') {
    refuseKey(answer.why === 'scope' ? 'send' : answer.why);
    return { failed: true, after: KEY_AGAIN };
  }
  if (answer.kind === 'SLOW') await change(shot.key, { image: await smaller(shot.image) });
  return { failed: true, after: answer.after };
}
