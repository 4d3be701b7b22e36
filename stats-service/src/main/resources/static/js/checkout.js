// "Cobrar": ask for the amount, show it, and charge exactly what was shown.
import { el, setText } from './elements.js';
import { moment, money, plate, span, zoneName } from './format.js';
import { count, say } from './page.js';
import { get, post } from './api.js';
import { toast } from './notices.js';
import { followStay } from './following.js';

const dialog = document.getElementById('checkout');
const at = (id) => document.getElementById(`checkout-${id}`);
/** A quote holds for two minutes; this page asks again a little before. */
const QUOTE_MILLIS = 110_000;
let quote = null;
let renewal = 0;

const REFUSALS = {
  quote_expired: 'checkout.expired',
  stay_closed: 'checkout.closed',
  ledger_closed: 'checkout.ledger-closed',
  role_missing: 'checkout.forbidden',
  csrf_token: 'checkout.session',
  unreachable: 'checkout.unreachable',
};
const words = (refused) => say(REFUSALS[refused.code] ?? (refused.status === 403 ? 'checkout.forbidden' : 'checkout.failed'));

/** Opens the dialog for the stay of `capture`; what it says is the quote that comes back. */
export async function openCheckout(capture) {
  quote = null;
  setText(at('title'), say('checkout.asking', plate(capture.plate?.effective ?? '')));
  setText(at('notice'), '');
  at('facts').replaceChildren();
  setText(at('confirm'), say('checkout.action'));
  dialog.showModal();
  await ask(capture.stayId);
}

async function ask(stayId) {
  at('confirm').disabled = true;
  clearTimeout(renewal);
  try {
    const stay = await get(`/v1/stays/${encodeURIComponent(stayId)}`);
    if (!dialog.open) return;
    if (stay.state !== 'OPEN' || !stay.amountSoFar) {
      followStay(stay);
      setText(at('notice'), say('checkout.closed'));
      return;
    }
    const before = quote?.amountSoFar;
    quote = stay;
    if (before && before.amount !== stay.amountSoFar.amount) {
      setText(at('notice'), say('checkout.changed', money(before), money(stay.amountSoFar)));
    }
    show(stay);
    renewal = setTimeout(() => dialog.open && ask(stayId), QUOTE_MILLIS);
  } catch (refused) {
    setText(at('notice'), words(refused));
  }
}

function show(stay) {
  const amount = money(stay.amountSoFar);
  const facts = [
    ['fact.entered', `${moment(stay.from)} · ${span(stay.elapsedSeconds)}`],
    ['fact.zone', zoneName(stay.zone)],
    ['fact.tariff', stay.tariff],
    ['fact.photos', count('photos.number', stay.captureIds.length)],
  ];
  setText(at('title'), say('checkout.title', amount, plate(stay.plate)));
  at('facts').replaceChildren(...facts.flatMap(([key, value]) => [el('dt', {}, say(key)), el('dd', {}, value)]));
  setText(at('confirm'), say('checkout.confirm', amount));
  at('confirm').disabled = false;
  at('confirm').focus();
}

async function charge() {
  const shown = quote;
  at('confirm').disabled = true;
  try {
    const accepted = await post(`/v1/stays/${encodeURIComponent(shown.id)}/checkout`, { at: shown.quotedAt });
    dialog.close();
    toast(say('checkout.accepted', money(accepted.amount), plate(shown.plate)));
    followStay({ ...shown, issuing: true, amountSoFar: accepted.amount });
  } catch (refused) {
    if (refused.code === 'quote_expired' || refused.code === 'stay_closed') await ask(shown.id);
    if (!at('notice').textContent || refused.code !== 'quote_expired') setText(at('notice'), words(refused));
    at('confirm').disabled = ['stay_closed', 'ledger_closed'].includes(refused.code) || refused.status === 403;
  }
}

if (dialog) {
  at('confirm').addEventListener('click', charge);
  dialog.addEventListener('close', () => clearTimeout(renewal));
}
