// One sentence: whether all is well, or what is late or wrong, the worst first.
import { el, icon } from './elements.js';
import { clock, span } from './format.js';
import { count, say } from './page.js';
import { now } from './clock.js';

const box = document.getElementById('verdict');

const age = (fault) => span((now() - Date.parse(fault.since)) / 1000);

const WORDS = {
  BROKER_AWAY: () => say('verdict.broker'),
  DISK_LOW: () => say('verdict.disk'),
  READING_STOPPED: (fault) => (fault.waiting ? say('verdict.reading-stopped', count('photos.number', fault.waiting)) : say('verdict.reading-idle')),
  BILLING_STOPPED: () => say('verdict.billing'),
  READING_LATE: (fault) => say('verdict.reading', count('photos.number', fault.waiting ?? 0), age(fault)),
  DATA_LATE: (fault) => say('verdict.data', clock(fault.since)),
  CAMERA_SILENT: (fault) => `${count('verdict.silent', fault.waiting)}${fault.since ? ` ${say('verdict.silent-since', age(fault))}` : ''}`,
  CLOCK_OFF: (fault) => count('verdict.clock', fault.waiting),
};
/** Which box a fault belongs to. */
export const PLACES = { READING_STOPPED: 'reading', READING_LATE: 'reading', BILLING_STOPPED: 'billing', DATA_LATE: 'data', CAMERA_SILENT: 'intake', CLOCK_OFF: 'intake' };

let said = '';

/** Shows `faults`, or that there are none. */
export function drawVerdict(faults) {
  const sentences = faults.map((fault) => (WORDS[fault.kind] ? WORDS[fault.kind](fault) : fault.kind));
  const tone = !faults.length ? 'good' : faults[0].severe ? 'bad' : 'warn';
  show(tone, sentences.length ? sentences : [say('verdict.well')]);
}

/** Shows that not even the figures can be asked for. */
export const drawUnknown = () => show('bad', [say('verdict.unknown')]);

function show(tone, [first, ...others]) {
  if (said === [tone, first, ...others].join('\n')) return;
  said = [tone, first, ...others].join('\n');
  box.className = `verdict card ${tone}`;
  box.replaceChildren(
    el('p', { class: 'sentence' }, tone === 'good' ? icon('read') : icon('review'), el('span', {}, first)),
    others.length ? el('ul', {}, ...others.map((words) => el('li', {}, words))) : '');
}
