// What writers do at their desk: write, publish, schedule, lose the network, meet themselves in another tab.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { looksSound } from './looks.mjs';
import { accessibilityProblems, launch, openWindow, site } from './site.mjs';
import { mailedCode, mailsTo } from './writer.mjs';

const writer = 'wren@example.com';
const desk = `${site}/dashboard/lists/covey/posts/new`;
let browser;
let signedIn;

before(async () => {
  browser = await launch();
  const context = await openWindow(browser, { width: 1280 });
  await context.request.post(`${site}/api/auth/code`, { data: { email: writer } });
  const code = await mailedCode(writer);
  const login = await context.request.post(`${site}/api/auth/login`, {
    data: { email: writer, code }, headers: { 'X-Quaily-Session': 'cookie' },
  });
  assert.equal(login.status(), 200);
  signedIn = context;
});
after(() => browser.close());

/** A desk in a window of the signed-in browser; `problems` fills with what the browser complains about. */
async function openDesk(context = signedIn, address = desk) {
  const page = await context.newPage();
  const problems = [];
  // What openWindow runs in every frame is refused by the preview, as it should be.
  page.on('console', (message) => message.type() === 'error'
    && !message.text().startsWith("Blocked script execution in 'about:srcdoc'") && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(address);
  await page.locator('.cm-content').waitFor();
  return { page, problems };
}

async function write(page, title, text) {
  if (title) {
    await page.fill('#post-title', title);
  }
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}

/** Waits until the server has the text; “Saved on this device” is not enough. */
const saved = (page) => page.locator('.save-status', { hasText: /^Saved \d/ }).waitFor();
const textOf = (page) => page.locator('.cm-content').evaluate((element) => element.cmTile?.view.state.doc.toString()
  ?? element.cmView.view.state.doc.toString());
const idOf = (page) => Number(/posts\/(\d+)\/edit/.exec(page.url())[1]);

/** The head of a call with the session of the page. */
async function authorization(page) {
  const answer = await page.request.post(`${site}/api/auth/refresh`, {
    headers: { 'X-Quaily-Session': 'cookie', 'Content-Type': 'application/json' },
  });
  const { access_token: token } = (await answer.json()).data;
  return { Authorization: `Bearer ${token}` };
}

/** What the server has of a post. */
async function onServer(page) {
  const headers = await authorization(page);
  const post = await page.request.get(`${site}/api/lists/covey/posts/${idOf(page)}`, { headers });
  return (await post.json()).data;
}

async function publish(page) {
  await page.locator('.top-bar-main').click();
  const dialog = page.getByRole('dialog', { name: 'Publish this post' });
  await dialog.waitFor();
  return dialog;
}

test('a writer writes, publishes and reads, and updates what is published', async () => {
  const { page, problems } = await openDesk();
  const title = `Written at the desk ${Date.now()}`;
  await write(page, title, 'A first **word**.\n\n');
  await page.keyboard.type('/quo');
  await page.locator('.cm-tooltip-autocomplete').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Said somebody');
  await saved(page);
  assert.match(page.url(), /\/posts\/\d+\/edit$/);

  const dialog = await publish(page);
  await page.waitForFunction(() => [...document.querySelectorAll('[role=dialog] input')]
    .some((input) => input.value.startsWith('written-at-the-desk')));
  assert.deepEqual(await accessibilityProblems(page), []);
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  const sheet = page.getByRole('dialog', { name: 'Published' });
  const address = await sheet.locator('.address a').getAttribute('href');
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.keyboard.press('Escape');

  const article = async () => /<div class="prose">[^]*?<\/article>/.exec(await (await fetch(address)).text())[0];
  assert.match(await article(), /A first <strong>word<\/strong>/);
  assert.match(await article(), /<blockquote>\s*<p>Said somebody/);

  await write(page, '', '\n\nA later thought.');
  await page.locator('.notice', { hasText: 'Update' }).waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText('Saved on this device. Choose Update').waitFor();
  assert.doesNotMatch(await article(), /later thought/);
  const choose = async (name) => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await choose('Discard the changes');
  assert.doesNotMatch(await textOf(page), /later thought/);
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.match(await textOf(page), /later thought/);
  const original = page.url();
  await choose('Duplicate');
  await page.waitForURL((url) => /\/edit$/.test(url.pathname) && url.href !== original);
  await saved(page);
  await page.goto(original);
  await page.locator('.notice', { hasText: 'Update' }).waitFor();
  assert.doesNotMatch(await article(), /later thought/);
  await page.locator('.top-bar-main', { hasText: 'Update' }).click();
  await saved(page);
  assert.match(await article(), /A later thought/);
  assert.deepEqual(problems, []);
  await page.close();
});

test('a post that is published before it was ever saved has the address that was shown', async () => {
  const { page, problems } = await openDesk();
  const title = `Out at once ${Date.now()}`;
  await page.route(`${site}/api/composer/metadata**`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await write(page, title, 'Written in one go.');
  const dialog = await publish(page);
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  const sheet = page.getByRole('dialog', { name: 'Published' });
  const address = await sheet.locator('.address a').getAttribute('href');
  assert.match(address, /\/p\/out-at-once-\d+$/);
  assert.equal((await fetch(address)).status, 200);
  await page.keyboard.press('Escape');
  await page.locator('.top-bar-main', { hasText: 'Published' }).waitFor();
  assert.deepEqual(problems, []);
  await page.close();
});

test('a post that does not exist leads back to the others', async () => {
  const page = await signedIn.newPage();
  await page.goto(`${site}/dashboard/lists/covey/posts/99999999/edit`);
  await page.getByRole('button', { name: 'Back to the posts' }).click();
  await page.waitForURL(/\/lists\/covey\/posts$/);
  await page.close();
});

test('the dashboard’s first load brings nothing of the editor', async () => {
  const page = await signedIn.newPage();
  const loaded = [];
  page.on('response', (response) => /\.js$/.test(response.url()) && loaded.push(response));
  await page.goto(`${site}/dashboard/lists/covey/posts`, { waitUntil: 'networkidle' });
  let size = 0;
  for (const response of loaded) {
    assert.doesNotMatch(response.url(), /EditorPage/);
    size += gzipSync(await response.body()).length;
  }
  assert.ok(size <= 250 * 1024, `${size} bytes of script`);
  await page.close();
});

test('two new posts with the same title are two posts', async () => {
  const ids = [];
  for (const text of ['One.', 'Two.']) {
    const { page } = await openDesk();
    await write(page, 'The same title', text);
    await saved(page);
    ids.push(idOf(page));
    assert.match((await onServer(page)).content, new RegExp(text));
    await page.close();
  }
  assert.notEqual(ids[0], ids[1]);
});

test('the preview is the page that readers would get, in step with the typing', async () => {
  const { page, problems } = await openDesk();
  await write(page, 'Seen beforehand', '## Part\n\n> [!TIP]\n> A hint\n\nThe ==marked== word.');
  await page.getByRole('button', { name: 'Text and preview' }).click();
  const frame = page.frameLocator('.preview-frame');
  await frame.locator('.callout-tip').waitFor();
  await frame.locator('mark', { hasText: 'marked' }).waitFor();
  const colour = await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  assert.notEqual(colour, 'rgba(0, 0, 0, 0)', 'the channel’s style sheet applies');
  await write(page, '', ' And one more.');
  await frame.locator('p', { hasText: 'And one more.' }).waitFor();
  await saved(page);
  await page.getByRole('button', { name: 'Text only' }).click();
  assert.deepEqual(problems, []);
  await page.close();
});

test('a post is scheduled, and published at its time', async () => {
  const { page, problems } = await openDesk();
  await write(page, `For later ${Date.now()}`, 'Patience.');
  await saved(page);
  const dialog = await publish(page);
  await dialog.getByLabel('When').selectOption('future');
  await dialog.getByRole('button', { name: /^Schedule for/ }).click();
  await page.getByRole('dialog', { name: 'Scheduled' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.notice', { hasText: 'Will be published on' }).waitFor();
  const post = await onServer(page);
  assert.ok(Date.parse(post.scheduled_at) > Date.now());
  assert.equal(post.published_at, null);

  // Fields for times know minutes only; nobody waits that long here.
  const soon = new Date(Date.now() + 3_000).toISOString();
  const moved = await page.request.post(`${site}/api/lists/covey/posts/${post.id}/schedule`, {
    headers: await authorization(page), data: { publish_at: soon },
  });
  assert.equal(moved.status(), 200);
  let status = 0;
  for (let tries = 0; status !== 200 && tries < 60; tries++) {
    await page.waitForTimeout(500);
    status = (await fetch(`${site}/covey/p/${post.slug}`)).status;
  }
  assert.equal(status, 200);
  assert.deepEqual(problems, []);
  await page.close();
});

test('what is typed offline is on the device at once, and on the server when the network is back', async () => {
  const context = await browser.newContext({ storageState: await signedIn.storageState() });
  const { page } = await openDesk(context);
  await write(page, 'Under way', 'Before the tunnel.');
  await saved(page);
  await context.setOffline(true);
  await write(page, '', ' In the tunnel.');
  await page.locator('.save-status', { hasText: 'Saved on this device' }).waitFor();
  await context.setOffline(false);
  await saved(page);
  assert.match((await onServer(page)).content, /In the tunnel\./);
  await context.close();
});

test('a tab that crashes loses nothing', async () => {
  const context = await browser.newContext({ storageState: await signedIn.storageState() });
  const { page } = await openDesk(context);
  await write(page, 'Cut short', 'Safe.');
  await saved(page);
  const address = page.url();
  await context.route(`${site}/api/lists/covey/posts/*/update`, (route) => route.abort());
  await write(page, '', ' The last words.');
  await page.locator('.save-status', { hasText: 'Saved on this device' }).waitFor();
  // As a browser that is killed: no handlers run.
  await page.close({ runBeforeUnload: false });
  await context.unroute(`${site}/api/lists/covey/posts/*/update`);

  const { page: again } = await openDesk(context, address);
  await again.locator('.notice', { hasText: 'restored' }).waitFor();
  assert.match(await textOf(again), /Safe\. The last words\./);
  await saved(again);
  assert.match((await onServer(again)).content, /The last words\./);
  await context.close();
});

test('two tabs with different texts are brought together by hand', async () => {
  const { page: first } = await openDesk();
  await write(first, 'Twice open', 'Common.\n\nOld passage.\n\nEnd.');
  await saved(first);
  // A window of its own is another person's browser: nothing tells it about the first.
  const context = await browser.newContext({ storageState: await signedIn.storageState() });
  const { page: second, problems } = await openDesk(context, first.url());
  const replace = (page, text) => page.locator('.cm-content').evaluate((element, insert) => {
    const view = element.cmTile?.view ?? element.cmView.view;
    const from = view.state.doc.toString().indexOf('Old passage.');
    view.dispatch({ changes: { from, to: from + 12, insert } });
  }, text);
  await replace(first, 'Passage of the first.');
  await saved(first);
  await first.waitForTimeout(2_500);
  await saved(first);
  await replace(second, 'Passage of the second.');
  const dialog = second.getByRole('dialog', { name: 'Two versions of this post' });
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /Passage of the first\.[^]*|Passage of the second\./);
  assert.deepEqual(await accessibilityProblems(second), []);
  assert.doesNotMatch((await onServer(second)).content, /second/, 'nothing is saved before somebody says so');
  await dialog.getByLabel('Keep both').check();
  await dialog.getByRole('button', { name: 'Save the merged text' }).click();
  await saved(second);
  const { content } = await onServer(second);
  assert.match(content, /Common\.[^]*Passage of the second\.[^]*Passage of the first\.[^]*End\./);
  assert.deepEqual(problems.filter((one) => !/409/.test(one)), []);
  await context.close();
  await first.close();
});

test('tabs of one browser follow each other', async () => {
  const { page: first } = await openDesk();
  await write(first, 'Side by side', 'One.');
  await saved(first);
  const { page: second } = await openDesk(signedIn, first.url());
  await second.locator('.notice', { hasText: 'another tab' }).waitFor();
  await write(first, '', ' Two.');
  await second.locator('.cm-content', { hasText: 'One. Two.' }).waitFor();
  await first.close();
  await second.close();
});

test('a session that ends in mid-sentence loses nothing', async () => {
  const context = await browser.newContext({ storageState: await signedIn.storageState() });
  const { page } = await openDesk(context);
  await write(page, 'Interrupted', 'Half a');
  await saved(page);
  const refuse = (route) => route.fulfill({
    status: 401, contentType: 'application/json', body: '{"code":2000,"message":"log in"}',
  });
  await context.route(`${site}/api/lists/covey/posts/*/update`, refuse);
  await context.route(`${site}/api/auth/refresh`, (route) => route.fulfill({
    status: 200, contentType: 'application/json', body: '{"data":null}',
  }));
  await write(page, '', ' sentence.');
  const dialog = page.getByRole('dialog', { name: 'Log in again' });
  await dialog.waitFor();
  assert.match(await textOf(page), /Half a sentence\./);
  await context.unroute(`${site}/api/lists/covey/posts/*/update`);
  await context.unroute(`${site}/api/auth/refresh`);
  const { length } = await mailsTo(writer);
  await dialog.getByRole('button', { name: 'Send me a code' }).click();
  await dialog.getByLabel('Code').waitFor();
  const code = await mailedCode(writer, length);
  await dialog.getByLabel('Code').fill(code);
  if (await dialog.isVisible()) {
    await dialog.getByRole('button', { name: 'Log in' }).click();
  }
  await dialog.waitFor({ state: 'hidden' });
  await saved(page);
  assert.match((await onServer(page)).content, /Half a sentence\./);
  await context.close();
});

// One red dot.
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

test('a pasted image is uploaded; a failed upload keeps the file', async () => {
  const { page } = await openDesk();
  await write(page, 'With a picture', 'Above.');
  let failures = 1;
  await page.route(`${site}/api/attachments`, (route) => (failures-- > 0 ? route.abort() : route.continue()));
  await page.locator('.cm-content').evaluate((element, data) => {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    const clipboard = new DataTransfer();
    clipboard.items.add(new File([bytes], 'a-red-dot.png', { type: 'image/png' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
  }, png);
  await page.locator('.status-bar-failed').waitFor();
  const publishing = await publish(page);
  await publishing.getByRole('button', { name: 'Publish now' }).click();
  await publishing.getByText('aren\'t uploaded yet').waitFor();
  await page.keyboard.press('Escape');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.locator('.cm-picture img').waitFor();
  assert.match(await textOf(page), /Above\.\n\n!\[a red dot\]\(\S+\/media\/\S+\.webp\)\n\n/);
  await page.locator('.cm-picture').click();
  const dialog = page.getByRole('dialog', { name: 'Image settings' });
  await dialog.waitFor();
  assert.equal(await dialog.getByLabel('Alternative text').evaluate((field) => field.matches(':focus')), true);
  await dialog.getByLabel('Alternative text').fill('A red dot');
  await dialog.getByLabel('Width').selectOption('50%');
  await dialog.getByLabel('Caption').fill('Small');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  assert.match(await textOf(page), /!\[A red dot\|50%\]\(\S+ "Small"\)/);
  await saved(page);
  await page.close();
});

test('formatted text is pasted as Markdown, an address over words as a link', async () => {
  const { page, problems } = await openDesk();
  const paste = (data) => page.locator('.cm-content').evaluate((element, parts) => {
    const clipboard = new DataTransfer();
    Object.entries(parts).forEach(([type, text]) => clipboard.setData(type, text));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
  }, data);
  await write(page, 'Pasted', '');
  await paste({
    'text/html': '<style>p { color: red }</style><p style="color:red">Some <span style="font-weight:700">bold</span> words</p>',
    'text/plain': 'Some bold words',
  });
  assert.equal(await textOf(page), 'Some **bold** words');
  await page.keyboard.press('Control+a');
  await paste({ 'text/plain': 'https://example.com/' });
  assert.equal(await textOf(page), '[Some **bold** words](https://example.com/)');
  await saved(page);
  assert.deepEqual(problems, []);
  await page.close();
});

test('an input method composes without being interrupted', async () => {
  const { page, problems } = await openDesk();
  await page.fill('#post-title', '日本語');
  await page.locator('.cm-content').click();
  const keyboard = await page.context().newCDPSession(page);
  const compose = (text) => keyboard.send('Input.imeSetComposition', {
    text, selectionStart: text.length, selectionEnd: text.length,
  });
  for (const text of ['に', 'にほ', 'にほん', 'にほんご', '日本語']) {
    await compose(text);
    // Longer than the pause before a save.
    await page.waitForTimeout(text === 'にほん' ? 3_000 : 50);
  }
  assert.equal(await page.locator('.cm-tooltip-autocomplete').count(), 0);
  await keyboard.send('Input.insertText', { text: '日本語' });
  await keyboard.send('Input.insertText', { text: 'です。' });
  await saved(page);
  assert.equal(await textOf(page), '日本語です。');
  assert.equal((await onServer(page)).content, '日本語です。');
  assert.deepEqual(problems, []);
  await page.close();
});

test('an earlier version is compared and restored', async () => {
  const { page, problems } = await openDesk();
  await write(page, 'With a past', 'The first version.');
  await saved(page);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('Something else.');
  await page.keyboard.press('Control+s');
  await page.waitForTimeout(500);
  await saved(page);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Earlier versions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Earlier versions' });
  await dialog.locator('.revision-list button').last().click();
  await dialog.locator('.cm-changedLine', { hasText: 'The first version.' }).waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await dialog.getByRole('button', { name: 'Restore this version' }).click();
  await page.getByRole('dialog', { name: 'Restore this version?' }).getByRole('button', { name: 'Restore' }).click();
  await page.locator('.cm-content', { hasText: 'The first version.' }).waitFor();
  assert.deepEqual(problems, []);
  await page.close();
});

for (const locale of ['en', 'ja', 'zh-CN']) {
  test(`the desk is sound in ${locale}`, async () => {
    const storageState = await signedIn.storageState();
    const context = await openWindow(browser, { width: 1280, locale, storageState });
    const { page, problems } = await openDesk(context);
    await page.fill('#post-title', 'A long title '.repeat(15));
    const text = '## Part\n\nText with `code`, **bold**.\n\n> Quote\n\n```js\nconst a = 1\n```\n\n<!--paywall-->\n\n![](/nothing.png)';
    await write(page, '', text);
    await looksSound(page, `desk ${locale}`);
    for (const [name, button] of [['image', '.format-bar button:nth-child(9)'], ['help', '.status-bar-help'], ['publish', '.top-bar-main']]) {
      await page.locator(button).click();
      await page.getByRole('dialog').waitFor();
      await looksSound(page, `desk ${name} ${locale}`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    assert.deepEqual(problems.filter((one) => !/404|nothing/.test(one)), []);
    await context.close();
  });
}
