// Shows the code that a command-line program waits for.

import { headWith, startPage } from './page.js';

const { text } = startPage();
const params = new URLSearchParams(location.search);
const code = params.get('code');
const element = (id) => document.getElementById(id);

async function copy() {
  const area = element('code');
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    // Browsers offer the clipboard on secure origins only; an instance at home may be plain HTTP.
    area.select();
    return document.execCommand('copy');
  }
}

if (code) {
  headWith(text('codeTitle'));
  element('lead').textContent = text('codeIntro');
  element('code').value = code;
  element('code').addEventListener('focus', ({ target }) => target.select());
  element('copy').addEventListener('click', async () => {
    element('copied').textContent = text((await copy()) ? 'copied' : 'notCopied');
  });
  element('code-step').hidden = false;
} else if (params.get('error') === 'access_denied') {
  headWith(text('deniedTitle'));
  element('lead').textContent = text('denied');
} else {
  headWith(text('noCodeTitle'));
  element('lead').textContent = text('noCode');
}
