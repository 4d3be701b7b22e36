// Plates as the gateway understands them: 2 to 10 letters and digits.

export const normal = (text) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

export const isPlate = (text) => /^[A-Z0-9]{2,10}$/.test(normal(text));

/** Keeps a field to what a plate can have, while it is typed. */
export function onlyPlates(field) {
  field.addEventListener('input', () => {
    const clean = normal(field.value);
    if (clean !== field.value) field.value = clean;
  });
}
