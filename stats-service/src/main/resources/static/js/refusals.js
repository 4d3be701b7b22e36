// Why the API said no, in words.
import { say } from './page.js';

const WORDS = {
  ledger_closed: 'refusal.ledger-closed',
  charge_voided: 'refusal.charge-voided',
  not_disputed: 'refusal.not-disputed',
  month_closed: 'refusal.month-closed',
  month_not_over: 'refusal.month-not-over',
  data_behind: 'refusal.data-behind',
  stay_superseded: 'refusal.stay-superseded',
  role_missing: 'refusal.role',
  csrf_token: 'checkout.session',
  unreachable: 'refusal.unreachable',
  plate_malformed: 'refusal.plate',
  amount_malformed: 'refusal.amount',
  amount_too_fine: 'refusal.amount',
  exit_before_entry: 'refusal.exit-before-entry',
  exit_in_future: 'refusal.exit-in-future',
  entry_after_exit: 'refusal.entry-after-exit',
  join_unknown: 'refusal.join',
  join_elsewhere: 'refusal.join',
  join_own: 'refusal.join',
  join_unread: 'refusal.join',
  last_administrator: 'refusal.last-administrator',
  password_in_settings: 'refusal.password-in-settings',
  password_short: 'refusal.password-short',
  password_long: 'refusal.password-long',
  password_is_name: 'refusal.password-name',
  current_wrong: 'refusal.current',
  version_conflict: 'refusal.version-conflict',
  simulations_running: 'refusal.simulations',
  body_too_large: 'refusal.too-large',
  plate_erased: 'refusal.plate-erased',
  login_locked: 'refusal.locked',
};

export const refusal = (refused) => say(WORDS[refused.code] ?? (refused.status === 403 ? 'refusal.role' : 'refusal.other'), refused.code);
