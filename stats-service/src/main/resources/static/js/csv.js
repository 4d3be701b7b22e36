// CSV is another form of the same address, which a plain link cannot ask for.
import { el } from './elements.js';
import { say } from './page.js';
import { alertOf } from './notices.js';

/** Makes `link` keep what its address gives as CSV, in a file of its `data-name`. */
export function offerCsv(link) {
  link.addEventListener('click', async (event) => {
    event.preventDefault();
    const response = await fetch(link.href, { headers: { Accept: 'text/csv' } }).catch(() => null);
    if (!response?.ok) return alertOf('csv', say('list.failed'));
    alertOf('csv', null);
    const file = el('a', { href: URL.createObjectURL(await response.blob()), download: link.dataset.name });
    file.click();
    setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
  });
}
