// Durations: ISO 8601 for the API, a number and its unit for people.
import { el } from './elements.js';
import { count, say } from './page.js';

const UNITS = [['days', 86_400], ['hours', 3600], ['minutes', 60], ['seconds', 1]];
const WORDS = { days: 'unit.days', hours: 'unit.hours', minutes: 'unit.minutes', seconds: 'unit.seconds' };
const NAMES = { days: 'units.days', hours: 'units.hours', minutes: 'units.minutes', seconds: 'units.seconds' };

function secondsOf(iso) {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso ?? '') ?? [];
  return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** The largest unit of which it is a whole number, and that number. */
function parted(iso) {
  const seconds = secondsOf(iso);
  const [name, length] = UNITS.find(([, one]) => seconds % one === 0 && seconds >= one) ?? ['minutes', 60];
  return [seconds / length, name];
}

/** `PT90M` as people say it: "90 minutos". */
export function duration(iso) {
  const [n, name] = parted(iso);
  return count(WORDS[name], n);
}

/** A field for a duration under `name`: a number and its unit; left empty it is none. */
export function durationField(name, label) {
  return el('div', {},
    el('div', { class: 'pair' },
      el('label', { class: 'labelled' }, el('span', {}, label), el('input', { class: 'field number', name, type: 'number', min: 0, step: 1, 'aria-describedby': `fault-${name}` })),
      el('label', { class: 'labelled' }, el('span', { class: 'only-read' }, say('units.label', label)),
        el('select', { class: 'field', name: `${name}-unit` }, ...UNITS.map(([unit]) => el('option', { value: unit }, say(NAMES[unit])))))),
    el('p', { id: `fault-${name}`, class: 'fault', 'data-fault': name }));
}

export function fillDuration(form, name, iso, usual = 'hours') {
  const [n, unit] = iso ? parted(iso) : ['', usual];
  form.elements[name].value = n;
  form.elements[`${name}-unit`].value = unit;
}

/** What stands in the field in ISO 8601; null when it is empty. */
export function readDuration(form, name) {
  const n = form.elements[name].value;
  const [, length] = UNITS.find(([unit]) => unit === form.elements[`${name}-unit`].value);
  return n === '' ? null : `PT${Math.round(Number(n) * length)}S`;
}
