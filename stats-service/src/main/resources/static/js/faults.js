// What is wrong with a draft, and what is odd about it: the API's codes in words, each beside its field.
import { el, icon, setText } from './elements.js';
import { say } from './page.js';
import { refusal } from './refusals.js';

const FAULTS = {
  missing: 'fault.missing',
  malformed_name: 'fault.malformed-name',
  unknown_word: 'fault.unknown-word',
  unknown_currency: 'fault.unknown-currency',
  unknown_time_zone: 'fault.unknown-time-zone',
  malformed_instant: 'fault.malformed-instant',
  malformed_date: 'fault.malformed-date',
  malformed_time: 'fault.malformed-time',
  malformed_duration: 'fault.malformed-duration',
  negative_duration: 'fault.negative-duration',
  part_of_a_second: 'fault.part-of-a-second',
  duration_zero: 'fault.duration-zero',
  kept_out_of_range: 'fault.kept-out-of-range',
  kept_shorter: 'fault.kept-shorter',
  malformed_amount: 'fault.malformed-amount',
  negative_amount: 'fault.negative-amount',
  too_many: 'fault.too-many',
  too_long: 'fault.too-long',
  unknown_tariff: 'fault.unknown-tariff',
  circle_or_polygon: 'fault.circle-or-polygon',
  radius_range: 'fault.radius-range',
  no_polygon: 'fault.no-polygon',
  malformed_point: 'fault.malformed-point',
  degrees_range: 'fault.degrees-range',
  unknown_zone: 'fault.unknown-zone',
  ends_first: 'fault.ends-first',
  malformed_plate: 'fault.malformed-plate',
  needs_per_band: 'fault.needs-per-band',
  per_band_without_bands: 'fault.per-band-without-bands',
  not_for_time: 'fault.not-for-time',
  not_for_passage: 'fault.not-for-passage',
  rounding_unit_zero: 'fault.rounding-unit-zero',
  rounding_unit_too_fine: 'fault.rounding-unit-too-fine',
  version_below_1: 'fault.version-below-1',
  band_never_begins: 'fault.band-never-begins',
  step_gap: 'fault.step-gap',
  step_overlap: 'fault.step-overlap',
  step_ends_first: 'fault.step-ends-first',
  step_after_the_last: 'fault.step-after-the-last',
  increment_zero: 'fault.increment-zero',
  band_overlap: 'fault.band-overlap',
  cap_below_first_step: 'fault.cap-below-first-step',
  repeated_adjustment: 'fault.repeated-adjustment',
  id_differs: 'fault.id-differs',
  wrong_type: 'fault.wrong-type',
  unknown_field: 'fault.unknown-field',
  malformed_json: 'fault.malformed-json',
  original_is_time: 'fault.original-is-time',
  stay_too_long: 'fault.stay-too-long',
  repeated_plate: 'fault.repeated-plate',
  uneven_row: 'fault.uneven-row',
  unknown_column: 'fault.unknown-column',
  no_rows: 'fault.no-rows',
  malformed_csv: 'fault.malformed-csv',
  malformed_id: 'fault.malformed-id',
  reserved_id: 'fault.reserved-id',
  id_taken: 'fault.id-taken',
  malformed_label: 'fault.malformed-label',
  unknown_make: 'fault.unknown-make',
  no_coordinates: 'fault.no-coordinates',
  interval_too_long: 'fault.interval-too-long',
  overlap_too_long: 'fault.overlap-too-long',
  repeated_id: 'fault.repeated-id',
};
const ODD = {
  passage_by_time: 'odd.passage-by-time',
  merges_past_silence: 'odd.merges-past-silence',
  without_effect: 'odd.without-effect',
  exempt_anyway: 'odd.exempt-anyway',
  valid_from_past: 'odd.valid-from-past',
  fixed_time_zone: 'odd.fixed-time-zone',
  grace_mode_without_grace: 'odd.grace-mode-without-grace',
  holidays_without_effect: 'odd.holidays-without-effect',
  repeated_holiday: 'odd.repeated-holiday',
  repeated_day: 'odd.repeated-day',
  factor_free: 'odd.factor-free',
  factor_without_effect: 'odd.factor-without-effect',
  unused: 'odd.unused',
  free_after_last_step: 'odd.free-after-last-step',
  cap_never_reached: 'odd.cap-never-reached',
  part_of_increment: 'odd.part-of-increment',
  fraction_over_5_minutes: 'odd.fraction-over-5-minutes',
  fraction_above_twelfth: 'odd.fraction-above-twelfth',
  everything_free: 'odd.everything-free',
  rounding_above_price: 'odd.rounding-above-price',
};
/** Words that the API expects, as its own sentence lists them. */
const EXPECTED = /\b(?:[A-Z][A-Z_\d]+|Polygon|true|false)\b/g;

/** A fault in words; one that these pages do not know in the API's own. */
export const faultWords = ({ code, detail }) => (FAULTS[code] ? say(FAULTS[code], (detail?.match(EXPECTED) ?? []).join(', ')) : detail);

/** What is odd in words; what these pages do not know in the API's own. */
export const oddWords = ({ code, message }) => (ODD[code] ? say(ODD[code]) : message);

/** Items of a list: a sentence for each, after where it is. */
export const listed = (all, words, tone) => all.map((one) => el('li', { class: tone },
  icon('review'), el('span', {}, one.field ? el('code', {}, one.field) : null, one.field ? ' ' : null, words(one))));

/** Takes away what `showFaults` showed. */
export function clearFaults(form, notice) {
  notice.replaceChildren();
  for (const at of form.querySelectorAll('[data-fault]')) setText(at, '');
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
}

/** What a field said goes once somebody writes in it. */
export function forgetFault({ target }) {
  target.removeAttribute('aria-invalid');
  for (const id of (target.getAttribute('aria-describedby') ?? '').split(' ')) {
    const place = document.getElementById(id);
    if (place?.dataset.fault) setText(place, '');
  }
}

/** Shows why a draft was refused: beside the field where there is one for it, else in `notice`. */
export function showFaults(form, notice, refused) {
  clearFaults(form, notice);
  const lost = [];
  for (const fault of refused.faults) {
    const place = placeOf(form, fault.field);
    if (!place) {
      lost.push(fault);
      continue;
    }
    const words = faultWords(fault);
    if (!place.textContent.includes(words)) place.append(place.textContent ? ' ' : '', words);
    const field = form.querySelector(`[aria-describedby~="${place.id}"]`);
    field?.setAttribute('aria-invalid', 'true');
    field?.closest('details')?.setAttribute('open', '');
  }
  if (refused.faults.length) notice.append(...listed(lost, faultWords, ''));
  else notice.append(el('li', {}, refusal(refused)));
  form.querySelector('[aria-invalid]')?.focus();
}

/** Where the words about `field` go: to the longest name that it begins with. */
function placeOf(form, field) {
  const places = [...form.querySelectorAll('[data-fault]')].filter((at) => field === at.dataset.fault || field.startsWith(`${at.dataset.fault}.`) || field.startsWith(`${at.dataset.fault}[`));
  return places.sort((one, other) => other.dataset.fault.length - one.dataset.fault.length)[0];
}
