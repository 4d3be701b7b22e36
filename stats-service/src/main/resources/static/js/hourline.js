// An hour as a line, minute by minute; what it shows stands in words in its label.
import { svgElement } from './elements.js';
import { integer } from './format.js';
import { say } from './page.js';

const MINUTES = 60;
const HEIGHT = 20;

/** Draws `perMinute` (the oldest first; fewer than 60 begin later) into `svg`. */
export function drawHour(svg, perMinute) {
  const most = Math.max(...perMinute, 0);
  const label = say('system.hour', integer(most));
  if (svg.getAttribute('aria-label') === label && svg.dataset.drawn === perMinute.join()) return;
  svg.dataset.drawn = perMinute.join();
  svg.setAttribute('aria-label', label);
  const first = MINUTES - perMinute.length;
  const points = perMinute.map((n, i) => `${first + i},${(HEIGHT - (most ? (n / most) * (HEIGHT - 1) : 0)).toFixed(2)}`);
  svg.replaceChildren(
    svgElement('title', {}),
    svgElement('line', { x1: 0, y1: HEIGHT, x2: MINUTES - 1, y2: HEIGHT }),
    ...(points.length > 1 ? [
      svgElement('path', { d: `M${first},${HEIGHT} L${points.join(' L')} L${MINUTES - 1},${HEIGHT} Z` }),
      svgElement('polyline', { points: points.join(' ') }),
    ] : []));
  svg.firstElementChild.textContent = label;
}
