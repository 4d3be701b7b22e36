// Builds nodes from names and texts: data only ever becomes text or an attribute, never markup.

export const the = (id) => document.getElementById(id);

/** An element with attributes, `on…` listeners and children; null ones are left out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value == null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

/** Sets the text only where it differs, so that a screen reader is left in peace. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Opens a dialog of two buttons; the promise is whether the second was pressed. */
export function ask(dialog, focus) {
  return new Promise((answer) => {
    dialog.returnValue = '';
    dialog.addEventListener('close', () => answer(dialog.returnValue !== ''), { once: true });
    dialog.showModal();
    focus?.focus();
  });
}
