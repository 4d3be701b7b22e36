// What the page says, in the language of the phone or the one that was chosen.
const CHOSEN = 'plateflow.language';
let words = {};

export const language = () => document.documentElement.lang;

/** The words of a key, `{0}` and the like filled in. */
export function say(key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (place, n) => values[n] ?? place);
}

export function startLanguage() {
  const asked = localStorage.getItem(CHOSEN) ?? (navigator.languages ?? [navigator.language]).find((one) => /^(es|en)\b/i.test(one)) ?? 'en';
  return speak(/^es/i.test(asked) ? 'es' : 'en');
}

export function chooseLanguage(tongue) {
  localStorage.setItem(CHOSEN, tongue);
  return speak(tongue);
}

async function speak(tongue) {
  words = await (await fetch(`/capture/${tongue}.json`)).json();
  document.documentElement.lang = tongue;
  for (const node of document.querySelectorAll('[data-say]')) node.textContent = say(node.dataset.say);
  for (const node of document.querySelectorAll('[data-say-label]')) node.setAttribute('aria-label', say(node.dataset.sayLabel));
  for (const button of document.querySelectorAll('[data-language]')) button.setAttribute('aria-pressed', String(button.dataset.language === tongue));
}

export const moment = (instant) => new Date(instant).toLocaleString(language(), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
