// Builds nodes from names and texts. Data only ever becomes text or a checked attribute, never markup.
const SVG = 'http://www.w3.org/2000/svg';

/** An element with properties (class, data-*, aria-*, on…) and children: nodes or texts; null ones are left out. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value == null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

/** An icon of images/icons.svg; it says nothing by itself, so a word always stands beside it. */
export function icon(name) {
  const svg = svgElement('svg', { class: 'icon', 'aria-hidden': 'true' });
  svg.append(svgElement('use', { href: `/images/icons.svg#${name}` }));
  return svg;
}

export function svgElement(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

/** Sets the text only when it differs, so that a screen reader and a selection are left in peace. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Says of a node that it is `name`, such as aria-current, or not: the attribute without a value would say that it is not. */
export function mark(node, name, on) {
  if (on) node.setAttribute(name, 'true');
  else node.removeAttribute(name);
}

/** A sender's text without characters that would hide it or turn it around. */
export const visible = (text) => text.replace(/[\p{Cc}\p{Cf}]/gu, '\u00b7');

/** `url` when it is an absolute http or https address, else null. */
export function webAddress(url) {
  if (!/^https?:\/\//i.test(url ?? '')) return null;
  try {
    return new URL(url).href;
  } catch {
    return null;
  }
}
