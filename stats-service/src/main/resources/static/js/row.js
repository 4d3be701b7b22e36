// One row of the live list. It is built once and then only its texts change, so focus and hover survive.
import { el, icon, setText, visible, webAddress } from './elements.js';
import { ago, moment, money, plate, utc, zoneName } from './format.js';
import { say, settings } from './page.js';
import { badges, direction } from './states.js';
import { now } from './clock.js';
import { stayOf } from './ledger.js';
import { thumbnail } from './thumb.js';
import { openPhoto } from './photo.js';
import { openCheckout } from './checkout.js';

export class Row {
  #capture;
  #thumb = el('button', { class: 'shot', type: 'button', onclick: () => openPhoto(this.#capture.id) }, icon('photo'));
  #plate = el('span', { class: 'plate' });
  #marks = el('span', { class: 'marks' });
  #place = el('span');
  #where = el('div', { class: 'where' }, this.#place, el('span', { class: 'second' }, el('span')));
  #ago = el('time');
  #moment = el('span', { class: 'second' });
  #amount = el('b');
  #meaning = el('span', { class: 'second' });
  #act = el('div', { class: 'act' });
  node = el('li', { class: 'row' },
    this.#thumb,
    el('div', { class: 'what' }, this.#plate, this.#marks),
    this.#where,
    el('div', { class: 'when' }, this.#ago, this.#moment),
    el('div', { class: 'much' }, this.#amount, this.#meaning),
    this.#act);

  constructor(capture) {
    this.#thumb.append(thumbnail(capture));
    this.show(capture);
  }

  show(capture) {
    this.#capture = capture;
    const text = capture.plate?.effective ? plate(capture.plate.effective) : null;
    this.#plate.hidden = !text;
    setText(this.#plate, text ?? '');
    this.#plate.title = text ?? '';
    this.#thumb.setAttribute('aria-label', say('photo.open', text ?? say('plate.none')));
    this.#marks.replaceChildren(...badges(capture));
    this.#showPlace(capture);
    this.tick();
  }

  #showPlace(capture) {
    const { place } = capture;
    const label = visible(capture.cameraId ?? '') || (place ? `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}` : say('place.none'));
    const address = webAddress(place?.url);
    const inner = [icon('pin'), el('span', {}, label)];
    const link = address
      ? el('a', { href: address, target: '_blank', rel: 'noopener noreferrer', title: say('place.open', address) }, ...inner)
      : el('span', { title: label }, ...inner);
    if (this.#place.textContent !== label || this.#place.href !== address) {
      this.#place.replaceWith(link);
      this.#place = link;
    }
    const words = [capture.zone && zoneName(capture.zone), direction(capture)].filter(Boolean).join(' · ');
    setText(this.#where.lastElementChild.firstElementChild, words);
  }

  /** What changes with time alone: the age, and whether "Cobrar" is due. */
  tick() {
    const capture = this.#capture;
    if (capture.capturedAt) {
      setText(this.#ago, ago(capture.capturedAt));
      this.#ago.dateTime = capture.capturedAt;
      this.#ago.title = utc(capture.capturedAt);
      setText(this.#moment, moment(capture.capturedAt));
    }
    const money = moneyOf(capture);
    setText(this.#amount, money.amount);
    setText(this.#meaning, money.meaning);
    this.#showAction(money);
  }

  #showAction({ kind }) {
    if (this.#act.dataset.kind === kind) return;
    this.#act.dataset.kind = kind;
    const actions = {
      charge: () => el('button', { class: 'button primary small', type: 'button', onclick: () => openCheckout(this.#capture) }, say('checkout.action')),
      issuing: () => el('span', { class: 'badge' }, icon('pending'), say('checkout.issuing')),
      issued: () => el('span', { class: 'badge good' }, icon('charge'), say('charge.issued')),
      voided: () => el('span', { class: 'badge warn' }, icon('rejected'), say('charge.voided')),
      review: () => el('span', { class: 'badge warn' }, icon('review'), say('stay.review')),
    };
    const held = this.#act.contains(document.activeElement);
    this.#act.replaceChildren(...(actions[kind] ? [actions[kind]()] : []));
    if (held) (this.#act.querySelector('button') ?? this.#thumb).focus();
  }
}

/** The money of a capture's stay: what is written, what it means, and which action follows. */
function moneyOf(capture) {
  const stay = stayOf(capture);
  const state = stay?.state ?? capture.stayState;
  const so = stay?.charge?.amount ?? stay?.amountSoFar ?? capture.amountSoFar;
  const written = (meaning, kind) => ({ amount: so ? money(so) : '', meaning: so ? say(meaning) : '', kind });
  if (stay?.charge?.state === 'VOIDED') return written('money.voided', 'voided');
  if (stay?.charge || state === 'CLOSED') return written('money.issued', 'issued');
  if (stay?.issuing) return written('money.so-far', 'issuing');
  if (state === 'NEEDS_REVIEW') return written('money.so-far', 'review');
  if (state !== 'OPEN' || !so) return { amount: '', meaning: '', kind: 'none' };
  const since = Date.parse(stay?.from ?? capture.capturedAt);
  const wait = capture.zone?.startsWith('auto:') ? settings.checkoutAfterSeconds * 1000 : 0;
  return written('money.so-far', settings.mayCharge && now() - since >= wait ? 'charge' : 'none');
}
