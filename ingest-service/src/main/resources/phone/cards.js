// One card for each photo on this phone: how far it is, and what the warden can do about it.
import { change, drop, shots } from './store.js';
import { el, setText, the, ask } from './elements.js';
import { isAwaited } from './answers.js';
import { isPlate, normal } from './plates.js';
import { moment, say } from './words.js';
import { placeOnRequest } from './place.js';
import { sendingNow } from './send.js';

/** How long a photo's place is looked for by itself. */
const PLACE_LATE = 120_000;
const drawn = new Map();

export async function showShots() {
  const all = (await shots()).reverse();
  for (const [key, card] of drawn) {
    if (!all.some((shot) => shot.key === key)) {
      URL.revokeObjectURL(card.url);
      card.node.remove();
      drawn.delete(key);
    }
  }
  all.forEach((shot, n) => place(card(shot), n));
  return all;
}

function place(node, n) {
  const list = the('shots');
  if (list.children[n] !== node) list.insertBefore(node, list.children[n] ?? null);
}

/** Drawn anew only when it would say something else. */
function card(shot) {
  const kept = drawn.get(shot.key) ?? { url: URL.createObjectURL(shot.thumb), node: el('li', { class: 'shot' }), said: '' };
  drawn.set(shot.key, kept);
  const { tone, words, plate, acts } = described(shot);
  const said = JSON.stringify([tone, words, plate, acts.map(([key]) => say(key)), moment(shot.taken)]);
  if (said !== kept.said) {
    kept.said = said;
    kept.node.dataset.state = shot.state;
    kept.node.replaceChildren(
      el('img', { src: kept.url, alt: say('shot.photo', moment(shot.taken)) }),
      el('div', { class: 'what' },
        plate ? el('span', { class: 'plate' }, plate) : null,
        el('span', { class: `state ${tone}` }, words),
        el('time', { datetime: shot.taken }, shot.typed ? `${moment(shot.taken)} · ${shot.typed}` : moment(shot.taken))),
      el('div', { class: 'acts' }, ...acts.map(([key, act, kind]) => el('button', { type: 'button', class: kind ?? '', 'data-act': key, onclick: () => act(shot) }, say(key)))));
  }
  return kept.node;
}

/** Tone, words, plate and acts `[key, act, class]` of a shot as it stands. */
function described(shot) {
  if (shot.state === 'SENT') return sent(shot);
  if (shot.state === 'REFUSED') return { tone: 'bad', words: say(fault(shot.fault), shot.fault), acts: [['shot.discard', discard], ['shot.retry', retry, 'primary']] };
  if (!shot.place) return placeless(shot);
  return { tone: '', words: say(sendingNow() === shot.key ? 'shot.sending' : 'shot.waiting'), acts: [] };
}

function placeless(shot) {
  return shot.live && Date.now() - Date.parse(shot.taken) < PLACE_LATE
    ? { tone: '', words: say('shot.placing'), acts: [] }
    : { tone: 'warn', words: say('shot.placeless'), acts: [['shot.discard', discard], ['shot.here', here, 'primary']] };
}

function sent(shot) {
  const { result, word } = shot;
  if (!result) return { tone: '', words: say(isAwaited(shot) ? 'shot.reading' : 'shot.office'), acts: [] };
  const read = result.plate;
  const acts = word ? [] : read ? [['shot.wrong', correct], ['shot.right', confirm, 'primary']] : [['shot.type', correct, 'primary']];
  if (word) return { ...worded(read, word), plate: read, acts };
  const declared = result.declaredPlate;
  if (declared && declared === read) return { tone: 'good', words: say('shot.agrees'), plate: read, acts: [] };
  if (declared && result.needsReview) return { tone: 'warn', words: say('shot.differs', declared), plate: read, acts: read ? acts : [] };
  if (read) return { tone: result.needsReview ? 'warn' : 'good', words: say(result.needsReview ? 'shot.review' : 'shot.read'), plate: read, acts };
  return { tone: 'warn', words: say(result.status === 'REJECTED' ? 'shot.rejected' : 'shot.unreadable'), acts };
}

function worded(read, { plate, told, lost }) {
  if (lost) return { tone: 'bad', words: say('word.lost', plate) };
  if (!told) return { tone: '', words: say('word.kept', plate) };
  return plate === read ? { tone: 'good', words: say('word.right') } : { tone: 'warn', words: say('word.wrong', plate) };
}

function fault(code = '') {
  if (code === 'captured_at_ahead') return 'fault.clock';
  return code.startsWith('image_') ? 'fault.image' : 'fault.other';
}

const confirm = (shot) => change(shot.key, { word: { plate: shot.result.plate } });

async function correct(shot) {
  const field = the('right');
  field.value = shot.result.plate ?? '';
  setText(the('correct-title'), say(shot.result.plate ? 'correct.title' : 'shot.type'));
  if (await ask(the('correct'), field) && isPlate(field.value)) await change(shot.key, { word: { plate: normal(field.value) } });
}

const retry = (shot) => change(shot.key, { state: 'WAITING', fault: null, untimed: shot.untimed || shot.fault === 'captured_at_ahead' });

async function here(shot) {
  const found = await placeOnRequest();
  if (found) await change(shot.key, { place: found });
}

async function discard(shot) {
  setText(the('ask-words'), say('discard.words'));
  setText(the('ask-yes'), say('shot.discard'));
  if (await ask(the('ask'))) await drop(shot.key);
}
