// What every page's frame does: dialogs close, menus close, texts are copied, languages change.
import { setText } from './elements.js';
import { say } from './page.js';
import './dataline.js';

for (const button of document.querySelectorAll('[data-close]')) {
  button.addEventListener('click', () => button.closest('dialog').close());
}
for (const dialog of document.querySelectorAll('dialog')) {
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
}
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      setText(button.lastElementChild, say('copy.done'));
    } catch {
      getSelection().selectAllChildren(source);
    }
  });
}
// What is asked for lives in the address; another language shows the same.
for (const link of document.querySelectorAll('.tongues a')) {
  const tongue = new URL(link.href).searchParams.get('lang');
  link.addEventListener('click', () => {
    const here = new URL(location.href);
    here.searchParams.set('lang', tongue);
    link.href = here.href;
  });
}
// On a phone the menu is a strip that may be longer than the screen.
document.querySelector('.rail [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.who[open]')) if (!menu.contains(event.target)) menu.open = false;
});
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details.who[open]')) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
