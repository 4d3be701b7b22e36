// What is doubtful about a capture, a stay or its charge, in words.
import { say } from './page.js';

const WORDS = {
  AMBIGUOUS_EXIT: 'flag.ambiguous-exit',
  CLOCK_AHEAD: 'flag.clock-ahead',
  CONFUSABLE: 'flag.confusable',
  DECLARED_ENTRY: 'flag.declared-entry',
  DECLARED_EXIT: 'flag.declared-exit',
  DISPUTED: 'flag.disputed',
  JOINED: 'flag.joined',
  KEY_REUSED: 'flag.key-reused',
  LATE: 'flag.late',
  MISSING_ENTRY: 'flag.missing-entry',
  MISSING_EXIT: 'flag.missing-exit',
  NO_TARIFF: 'flag.no-tariff',
  PLACE_UNCERTAIN: 'flag.place-uncertain',
  SINGLE_SIGHTING: 'flag.single-sighting',
  STALE: 'flag.stale',
  TIME_ASSUMED: 'flag.time-assumed',
  TIME_ZONE_ASSUMED: 'flag.time-zone-assumed',
  VOIDED: 'flag.voided',
};

/** All of `flags` in one line; null without any. One that is newer than this page is shown as it is. */
export const flagWords = (flags) => (flags?.length ? flags.map((flag) => (WORDS[flag] ? say(WORDS[flag]) : flag)).join(' · ') : null);
