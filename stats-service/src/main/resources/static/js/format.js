// How money, times, counts and plates are written in the page's language and the site's time zone.
import { region, settings, say } from './page.js';
import { now } from './clock.js';
import { visible } from './elements.js';

const clockFormat = new Intl.DateTimeFormat(region, { timeZone: settings.timeZone, timeStyle: 'medium', hourCycle: 'h23' });
const minuteFormat = new Intl.DateTimeFormat(region, { timeZone: settings.timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayFormat = new Intl.DateTimeFormat(region, { timeZone: settings.timeZone, day: 'numeric', month: 'short' });
const stampFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: settings.timeZone, dateStyle: 'short', timeStyle: 'medium' });
const dateFormat = new Intl.DateTimeFormat(region, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
const currencies = new Map();

/** `$ 5.600,00`; the decimal string is never turned into a binary number by this page. */
export function money({ amount, currency }) {
  if (!currencies.has(currency)) currencies.set(currency, new Intl.NumberFormat(region, { style: 'currency', currency }));
  return currencies.get(currency).format(amount);
}

export const integer = (n) => n.toLocaleString(region);
export const clock = (instant) => clockFormat.format(new Date(instant));
export const utc = (instant) => `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** `18:05`, with the day before it when that is not today. */
export function moment(instant) {
  const at = new Date(instant);
  const day = dayFormat.format(at);
  const time = minuteFormat.format(at);
  return day === dayFormat.format(new Date(now())) ? time : `${day} ${time}`;
}

/** `1 h 12`, `12 min`, `40 s`, `2 d 3 h`. */
export function span(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) return say('span.seconds', s);
  const minutes = Math.floor(s / 60);
  if (minutes < 60) return say('span.minutes', minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return say('span.hours', hours, String(minutes % 60).padStart(2, '0'));
  return say('span.days', Math.floor(hours / 24), hours % 24);
}

/** What the site's clocks show, as a field for date and time has it: `2026-03-02T18:05`. */
export const localTime = (instant) => stampFormat.format(new Date(instant)).slice(0, 16).replace(' ', 'T');

/** The instant at which the site's clocks show that; RFC 3339 in UTC. */
export function instantOf(local) {
  const shown = Date.parse(`${local}Z`);
  const offset = (at) => Date.parse(`${stampFormat.format(at).replace(' ', 'T')}Z`) - at;
  // Clocks may change between the guess and the answer, so it is asked there again.
  const guess = shown - offset(shown);
  return new Date(shown - offset(guess)).toISOString();
}

/** The instant at which a local day (`2026-03-02`) begins, or `days` later; RFC 3339 in UTC. */
export function dayStart(day, days) {
  const midnight = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
  return instantOf(midnight.toISOString().slice(0, 19));
}

/** A date without time, as `2026-03-02` has it. */
export const day = (text) => dateFormat.format(new Date(`${text}T12:00:00Z`));

export const ago = (instant) => say('span.ago', span((now() - Date.parse(instant)) / 1000));

// Official grouping, where the format has one: Argentina 2016, 1995 and motorcycles, Brazil and Uruguay.
const GROUPS = [/^([A-Z]{2})(\d{3})([A-Z]{2})$/, /^([A-Z])(\d{3})([A-Z]{3})$/, /^([A-Z]{3})(\d{3,4})$/, /^([A-Z]{3})(\d[A-Z]\d{2})$/];

/** What stands for a plate that was erased. */
const ALIAS = /^[a-z]{10}$/;

/** `AB 123 CD`; a text of no known format stays as it is. */
export function plate(text) {
  if (ALIAS.test(text)) return say('plate.erased', text.slice(0, 4));
  for (const group of GROUPS) {
    const match = group.exec(text);
    if (match) return match.slice(1).join(' ');
  }
  return visible(text);
}

/** A zone's name as people read it. */
export const zoneName = (zone) => (zone.startsWith('auto:') ? say('zone.automatic', visible(zone.slice(5))) : visible(zone));
