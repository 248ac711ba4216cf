// What every tool page needs: the reader's language, the texts in it, and copying to the clipboard.

import { common } from './strings.js';

/** The languages of this site: code in `?lang=` → value of the `lang` attribute. */
export const languages = { en: 'en', ja: 'ja', zh: 'zh-Hans' };

/** Picks the first known language: the one asked for in the address, then the browser's own. */
export function chooseLanguage(asked, preferred) {
  for (const candidate of [asked, ...preferred]) {
    const code = String(candidate ?? '')
      .toLowerCase()
      .split('-')[0];
    if (Object.hasOwn(languages, code)) {
      return code;
    }
  }
  return 'en';
}

/** Puts values into the `{names}` of a text. */
export function fill(template, values = {}) {
  return template.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/**
 * Writes the page in the reader's language.
 *
 * @param strings per language code: key → text
 * @returns {{language: string, tag: string, text: (key: string, values?: object) => string}}
 */
export function startPage(strings) {
  const asked = new URLSearchParams(location.search).get('lang');
  const language = chooseLanguage(asked, navigator.languages ?? [navigator.language]);
  const tag = languages[language];
  const texts = { ...common[language], ...strings[language] };
  const text = (key, values) => fill(texts[key] ?? key, values);
  document.documentElement.lang = tag;
  writeTexts(text);
  markLanguage(language);
  keepLanguage(language, asked);
  return { language, tag, text };
}

function writeTexts(text) {
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = text(element.dataset.text);
  }
  for (const [name, attribute] of [
    ['label', 'aria-label'],
    ['placeholder', 'placeholder'],
    ['content', 'content'],
  ]) {
    for (const element of document.querySelectorAll(`[data-${name}]`)) {
      element.setAttribute(attribute, text(element.dataset[name]));
    }
  }
}

function markLanguage(language) {
  for (const link of document.querySelectorAll('[data-language]')) {
    if (link.dataset.language === language) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
}

/** Links inside the tools carry a language that was chosen by hand; the portal has a folder for each. */
function keepLanguage(language, asked) {
  for (const link of document.querySelectorAll('a[data-portal]')) {
    link.href = (language === 'en' ? '' : `/${language}`) + link.dataset.portal;
  }
  if (asked) {
    for (const link of document.querySelectorAll('a[data-tool]')) {
      link.search = `?lang=${language}`;
    }
  }
}

/** Makes a button copy what `read()` returns, and say in `status` whether that worked. */
export function copyOnClick(button, status, read, text) {
  button.addEventListener('click', async () => {
    try {
      await copyText(read());
      status.textContent = text('copied');
    } catch (error) {
      console.warn(error);
      status.textContent = text('notCopied');
    }
  });
}

async function copyText(value) {
  if (window.isSecureContext && navigator.clipboard) {
    await navigator.clipboard.writeText(value);
    return;
  }
  // Browsers offer the clipboard interface on secure origins only; an instance at home may be plain HTTP.
  const area = document.createElement('textarea');
  area.value = value;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (!copied) {
    throw new Error('The browser refused to copy.');
  }
}

/** Loads a vendored script once and waits until it has run. */
export function loadScript(address) {
  if (!scripts.has(address)) {
    scripts.set(
      address,
      new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = address;
        script.addEventListener('load', resolve);
        script.addEventListener('error', () => {
          scripts.delete(address);
          reject(new Error(`${address} did not load.`));
        });
        document.head.append(script);
      }),
    );
  }
  return scripts.get(address);
}

const scripts = new Map();
