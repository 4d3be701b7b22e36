// The last question before a version is published: what it changes, what it does to charges, what is odd about it.
import { el, icon, setText } from './elements.js';
import { integer, money } from './format.js';
import { count, say } from './page.js';
import { listed, oddWords } from './faults.js';
import { refusal } from './refusals.js';

const dialog = document.getElementById('publishing');
const body = document.getElementById('publishing-body');
const go = document.getElementById('publishing-go');

/**
 * Opens the question. `preview` is what a dry run answered, `parts` are nodes to show, `publish` does it, `done` is told what
 * was answered.
 */
export function askToPublish(title, preview, parts, publish, done) {
  const notice = el('p', { class: 'notice bad', role: 'alert' });
  setText(document.getElementById('publishing-title'), title);
  body.replaceChildren(...parts.filter(Boolean),
    preview.warnings?.length ? el('ul', { class: 'faults' }, ...listed(preview.warnings, oddWords, 'odd')) : '', notice);
  go.disabled = false;
  go.onclick = async () => {
    go.disabled = true;
    try {
      const answer = await publish();
      dialog.close();
      done(answer);
    } catch (refused) {
      setText(notice, refusal(refused));
      go.disabled = false;
    }
  };
  dialog.showModal();
  // Enter twice in a row must not publish what nobody has read.
  go.previousElementSibling.focus();
}

/** What publication would do to charges, in sentences; the sums stand beside each other. */
export function effectOf(effect) {
  if (!effect || (!effect.charges && !effect.issued)) {
    return el('p', { class: 'effect' }, icon('read'), el('span', {}, say('effect.none')));
  }
  const sums = (all) => (all.length ? all.map(money).join(' · ') : '–');
  const rows = [
    ['effect.before', count('effect.voided', effect.charges), sums(effect.before)],
    ['effect.after', count('effect.issued', effect.issued), sums(effect.after)],
  ];
  return el('div', { class: 'effect-sums' },
    el('table', { class: 'sums' },
      el('tbody', {}, ...rows.map(([key, words, amount]) => el('tr', {}, el('th', { scope: 'row' }, say(key)), el('td', {}, words), el('td', { class: 'amount' }, amount)))),
      el('tfoot', {}, el('tr', {}, el('th', { scope: 'row' }, say('effect.difference')), el('td', {}), el('td', { class: 'amount' }, effect.difference.length ? effect.difference.map(signed).join(' · ') : '0')))),
    effect.settled ? el('p', { class: 'notice' }, count('effect.settled', effect.settled)) : null);
}

/** `+$ 500,00`. */
export const signed = (sum) => (sum.amount.startsWith('-') ? money(sum) : `+${money(sum)}`);

/** Whether fields differ: a row for each of `facts` ([label, before, after]) that does. */
export function changesOf(facts) {
  const changed = facts.filter(([, before, after]) => before !== after);
  return changed.length ? el('dl', { class: 'facts changes' }, ...changed.flatMap(([label, before, after]) => [
    el('dt', {}, label), el('dd', {}, el('span', { class: 'quiet' }, before), ' → ', el('b', {}, after))])) : null;
}

/** `versión 3`, and the like, as numbers are written here. */
export const versionOf = (version) => say('version.number', integer(version.version));
