// "Mostrando 50 de 1.284": of a list that goes on.
import { integer } from './format.js';
import { say } from './page.js';

/** `n` are shown; what is longer than anybody counts is "más de" so many, and `total` null is not known. */
export function howMany(n, total) {
  if (!total) return say('list.more', integer(n));
  return total.more ? say('list.of-more', integer(n), integer(total.n)) : say('list.of', integer(n), integer(total.n));
}
