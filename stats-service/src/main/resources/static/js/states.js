// A capture's state and its stay's as icon and word; colour only repeats what they say.
import { el, icon } from './elements.js';
import { say } from './page.js';

const STATUS = {
  PENDING: ['pending', '', 'status.pending'],
  READ: ['read', 'good', 'status.read'],
  UNREADABLE: ['unreadable', 'warn', 'status.unreadable'],
  REJECTED: ['rejected', 'bad', 'status.rejected'],
};
const REASONS = {
  'no-plate-found': 'reason.no-plate-found',
  'too-small': 'reason.too-small',
  'low-confidence': 'reason.low-confidence',
  'worker-died': 'reason.worker-died',
  'malformed-image': 'reason.malformed-image',
  'malformed-headers': 'reason.malformed-headers',
  'timed-out': 'reason.timed-out',
};
const DIRECTIONS = { ENTRY: 'direction.entry', EXIT: 'direction.exit', PASS: 'direction.pass', SIGHTING: 'direction.sighting' };

/** The badges of a capture: its status, and what is doubtful. */
export function badges(capture) {
  const found = [STATUS[capture.status] ?? STATUS.PENDING];
  if (capture.needsReview) found.push(['review', 'warn', 'status.review']);
  if (capture.deletedAt) found.push(['photo', '', 'status.deleted']);
  if (capture.overdue) found.push(['pending', 'warn', 'status.overdue']);
  return found.map(([shape, tone, key]) => el('span', { class: `badge ${tone}`, title: tone ? reason(capture) : null }, icon(shape), say(key)));
}

/** Why there is no plate, in words; null when there is nothing to explain. */
export function reason(capture) {
  return capture.reason ? say(REASONS[capture.reason] ?? 'reason.other', capture.reason) : null;
}

export const direction = (capture) => (DIRECTIONS[capture.direction] ? say(DIRECTIONS[capture.direction]) : null);
