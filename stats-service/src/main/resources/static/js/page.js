// What the server told this page: settings, the language's words, the session's CSRF token.
const block = (id) => JSON.parse(document.getElementById(id).textContent);
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? '';

/** {locale, timeZone, currency, checkoutAfterSeconds, mayCharge, user, tiles} */
export const settings = block('settings');
export const csrf = { header: meta('csrf-header'), token: meta('csrf-token') };

const words = block('messages');
/** Where the language is spoken: it decides how numbers, money and times are written. */
export const region = settings.locale === 'es' ? 'es-AR' : 'en-US';

const plural = new Intl.PluralRules(settings.locale);

/** The words of `key`, its {0}, {1}… filled in; a missing key shows itself. */
export function say(key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (_, i) => values[i] ?? '');
}

/** The words of `key` for a count: its `.one` or `.other`, with {0} the count as written here. */
export function count(key, n) {
  return say(`${key}.${plural.select(n) === 'one' ? 'one' : 'other'}`, n.toLocaleString(region));
}
