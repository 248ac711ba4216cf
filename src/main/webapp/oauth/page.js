// What both pages need: the reader's language and the texts in it.

import { strings } from './strings.js';

// Code → value of the `lang` attribute.
const languages = { en: 'en', ja: 'ja', zh: 'zh-Hans' };

/** The first of the browser's languages that we speak, as a code; `en` when there is none. */
export function languageOf(preferred) {
  const codes = preferred.map((tag) => tag.toLowerCase().split('-')[0]);
  return codes.find((code) => Object.hasOwn(languages, code)) ?? 'en';
}

/**
 * Writes the page's fixed texts in the reader's language.
 *
 * @returns {{language: string, text: (key: string, values?: object) => string}} a text's `{names}` take the values
 */
export function startPage() {
  const language = languageOf(navigator.languages ?? [navigator.language]);
  const text = (key, values = {}) =>
    strings[language][key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  document.documentElement.lang = languages[language];
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = text(element.dataset.text);
  }
  return { language, text };
}

/** Puts a heading over the page, and the focus on it, so that whoever listens hears what comes next. */
export function headWith(title) {
  const heading = document.querySelector('#title');
  heading.textContent = title;
  document.title = title;
  heading.focus();
}
