// "Si entra… y sale… → $": what the written tariff would charge, while it is written, and what is wrong or odd about it.
import { el, mark, setText } from './elements.js';
import { Refused, postText } from './api.js';
import { instantOf, money, span } from './format.js';
import { say } from './page.js';
import { faultWords, listed, oddWords } from './faults.js';
import { linesOf } from './lines.js';
import { refusal } from './refusals.js';

const form = document.getElementById('form');
const price = document.getElementById('price');
const lint = document.getElementById('lint');
const PAUSE_MILLIS = 250;
let timer = 0;
let turn = 0;

/** Asks again shortly after the last key. */
export function quoteSoon() {
  clearTimeout(timer);
  timer = setTimeout(quote, PAUSE_MILLIS);
}

/** The tariff that is written; null with the reason shown where it is no JSON object. */
export function writtenTariff() {
  try {
    const tariff = JSON.parse(form.elements.json.value);
    if (tariff && typeof tariff === 'object' && !Array.isArray(tariff)) return tariff;
  } catch (error) {
    return showFaults([{ field: placeOf(error.message), code: 'malformed_json' }]);
  }
  return showFaults([{ code: 'malformed_json' }]);
}

/** Where a browser says that JSON ends to be JSON, as a line of the text. */
function placeOf(message) {
  const line = /line (\d+)/.exec(message)?.[1];
  const position = /position (\d+)/.exec(message)?.[1];
  if (!line && !position) return null;
  return say('tariffs.line', line ?? form.elements.json.value.slice(0, Number(position)).split('\n').length);
}

export async function quote() {
  const mine = ++turn;
  const tariff = writtenTariff();
  if (!tariff) return;
  const passage = tariff.kind === 'PASSAGE';
  document.getElementById('exit').hidden = passage;
  const at = (name) => (form.elements[name].value ? instantOf(form.elements[name].value) : undefined);
  const rest = JSON.stringify({ entry: at('entry'), exit: passage ? undefined : at('exit'), vehicleClass: form.elements.vehicleClass.value.trim() || undefined });
  try {
    // The text itself is sent, as amounts in it are exact and what is written twice is a fault.
    const answer = await postText('/v1/quotes', `{"tariff":${form.elements.json.value},${rest.slice(1)}`);
    if (mine === turn) show(answer);
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    if (mine === turn) refuse(refused);
  }
}

function show(answer) {
  setPlaces([]);
  price.replaceChildren(
    el('p', { class: 'sum number' }, money(answer.amount)),
    el('p', { class: 'quiet' }, say('tariffs.spans', span(answer.elapsedSeconds), span(answer.billedSeconds))),
    answer.lines.length ? linesOf(answer) : '');
  lint.replaceChildren(...listed(answer.warnings ?? [], oddWords, 'odd'));
}

/** Shows a refusal of the tariff that is written: beside entry, exit and name, the rest in the list below. */
export function refuse(refused) {
  if (!refused.faults.length) {
    price.replaceChildren();
    lint.replaceChildren(el('li', {}, refusal(refused)));
    return;
  }
  showFaults(refused.faults.map((fault) => ({ ...fault, field: fault.field?.replace(/^tariff\.?/, '') })));
}

function showFaults(faults) {
  const own = (fault) => form.querySelector(`.fault[data-fault="${CSS.escape(fault.field ?? '')}"]`);
  price.replaceChildren();
  setPlaces(faults.filter(own));
  lint.replaceChildren(...listed(faults.filter((fault) => !own(fault)), faultWords, ''));
  return null;
}

function setPlaces(faults) {
  for (const place of form.querySelectorAll('.fault[data-fault]')) {
    const fault = faults.find((one) => one.field === place.dataset.fault);
    setText(place, fault ? faultWords(fault) : '');
    const field = form.querySelector(`[aria-describedby~="${place.id}"]`);
    if (field) mark(field, 'aria-invalid', Boolean(fault));
  }
}
