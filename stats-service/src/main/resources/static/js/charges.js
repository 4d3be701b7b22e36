// The page Cobros: every charge, and how it came to be.
import { el } from './elements.js';
import { day, money, plate, zoneName } from './format.js';
import { list } from './list.js';
import { onCharge, openCharge, standing } from './charge.js';
import './search.js';
import './frame.js';

const due = (charge) => charge.state === 'ISSUED' && Number(charge.balance.amount) !== 0;

const load = list('/v1/charges', (charge) => el('tr', {},
  el('td', {}, el('button', { class: 'link', type: 'button', onclick: () => openCharge(charge.id) }, el('span', { class: 'plate' }, plate(charge.plate)))),
  el('td', { class: 'side' }, zoneName(charge.zone)),
  el('td', { class: 'side' }, day(charge.serviceDate)),
  el('td', { class: 'amount wide-only' }, money(charge.amount)),
  el('td', { class: 'amount side' }, money(charge.paid)),
  el('td', { class: `amount${due(charge) ? ' due' : ''}` }, money(charge.balance)),
  el('td', {}, standing(charge))));

onCharge(load);
const asked = new URLSearchParams(location.search).get('charge');
if (asked) openCharge(asked);
