// Keys: one that was just made is shown this once; before one is made anew or revoked it is asked.
import { el, setText, visible } from './elements.js';
import { post, remove } from './api.js';
import { say } from './page.js';
import { refusal } from './refusals.js';
import { toast } from './notices.js';

const at = (id) => document.getElementById(id);
const dialog = at('secret');
const qr = at('secret-qr');

/** Shows what `issued` has of a new key; `name` is whose it is. */
export function showSecret(issued, name) {
  setText(at('secret-title'), say('keys.secret', visible(name)));
  setText(at('secret-url'), issued.url);
  setText(at('secret-word'), issued.key);
  for (const button of dialog.querySelectorAll('[data-copy]')) setText(button.lastElementChild, say('copy.action'));
  const image = qr.querySelector('img');
  if (issued.qr) {
    image.src = `data:image/svg+xml,${encodeURIComponent(issued.qr)}`;
    image.alt = image.dataset.alt;
  }
  qr.hidden = !issued.qr;
  at('secret-print').hidden = !issued.qr;
  dialog.showModal();
}

/** Buttons to make the key of `path` anew and to revoke it; `done` once either was. */
export function keyActs(path, name, done) {
  return [
    el('button', { class: 'button small', type: 'button', onclick: () => askToRenew(path, name, done) }, say('keys.renew')),
    el('button', { class: 'button small', type: 'button', onclick: () => askToRevoke(path, name, done) }, say('keys.revoke')),
  ];
}

function askToRenew(path, name, done) {
  setText(at('renew-title'), say('keys.renew-title', visible(name)));
  at('overlap').selectedIndex = 0;
  at('renew-yes').onclick = () => doing(at('renew'), async () => {
    const issued = await post(`${path}/key`, { overlap: at('overlap').value });
    showSecret(issued, name);
  }, done);
  at('renew').showModal();
}

function askToRevoke(path, name, done) {
  setText(at('sure-title'), say('keys.revoke-title', visible(name)));
  at('sure-yes').onclick = () => doing(at('sure'), async () => {
    await remove(path);
    toast(say('keys.revoked', visible(name)));
  }, done);
  at('sure').showModal();
}

async function doing(asked, act, done) {
  asked.close();
  try {
    await act();
  } catch (refused) {
    toast(refusal(refused));
  }
  done();
}

/** An id that a name suggests: letters without accents, digits and dashes. */
export const idOf = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 64);

/** Suggests the id while the name is written, until somebody writes an id. */
export function suggestId(form) {
  const { id, name } = form.elements;
  id.addEventListener('input', () => { id.dataset.own = id.value ? 'true' : ''; });
  name.addEventListener('input', () => { if (!id.readOnly && !id.dataset.own) id.value = idOf(name.value); });
}

dialog.addEventListener('close', () => {
  for (const id of ['secret-url', 'secret-word']) setText(at(id), '');
  qr.querySelector('img').removeAttribute('src');
});
at('secret-print').addEventListener('click', () => print());
