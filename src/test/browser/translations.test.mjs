// What models do for writers: the assistant, posts in other languages, and what operators see of it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { looksSound } from './looks.mjs';
import { accessibilityProblems, launch, openWindow, site } from './site.mjs';
import { callAs, signIn } from './writer.mjs';

const operator = 'operator@example.com';
const provider = `http://127.0.0.1:${process.env.QUAILY_AI_PORT}`;
const tell = (what) => fetch(`${provider}/${what}`, { method: 'POST' });
const text = '一つ目の段落。\n\n二つ目の段落。\n';
let browser;

before(async () => {
  browser = await launch();
});
after(async () => {
  await tell('release');
  await browser.close();
});

/** A window in which somebody is signed in. */
async function signedIn(email, how = { width: 1280 }) {
  const context = await openWindow(browser, how);
  const page = await context.newPage();
  const problems = [];
  // Whoever leaves a page leaves its calls, too.
  page.on('pageerror', (error) => String(error).includes('Failed to fetch') || problems.push(String(error)));
  await signIn(page, email);
  return { context, page, problems };
}

/** Somebody with a channel in Japanese and one in English. */
async function writerOfTwo() {
  const key = Date.now().toString(36);
  const window = await signedIn(`translator-${key}@example.com`);
  const { page } = window;
  const [ja, en] = [`ja-${key}`, `en-${key}`];
  await callAs(page, 'POST', '/lists', { slug: ja, title: '手紙' });
  await callAs(page, 'PUT', `/lists/${ja}/options`, { options: { language: 'ja' } });
  const { id } = await callAs(page, 'POST', '/lists', { slug: en, title: 'Letters' });
  return { ...window, ja, en, target: id };
}

const save = (page, list, content) => callAs(page, 'POST', `/lists/${list}/posts`, {
  slug: 'sakura', title: '桜の話', content, datetime: '2026-01-31T09:30:00Z',
});

const row = (page, target, step) => page.locator(`[data-target="${target}"][data-step="${step}"]`);

test('a post is translated, read, accepted, and kept up to date', async () => {
  const { page, problems, ja, en, target } = await writerOfTwo();

  await page.goto(`${site}/dashboard/lists/${ja}/settings/cross-publish`);
  await page.getByLabel('Language for Letters').selectOption('en');
  await page.locator('button[form=crosspost-settings]').click();
  await page.getByText('Settings saved.').waitFor();
  await looksSound(page, 'cross-publish');

  await save(page, ja, text);
  await page.goto(`${site}/dashboard/lists/${ja}/posts`);
  await page.getByRole('button', { name: /桜の話/ }).click();
  await page.getByRole('menuitem', { name: 'Cross-publish' }).click();
  await row(page, target, 'begin').getByRole('button', { name: 'Translate' }).click();
  const suggestion = row(page, target, 'accept');
  await suggestion.getByRole('group', { name: 'Original' }).getByText('二つ目の段落').waitFor();
  assert.match(await suggestion.innerText(), /EN 一つ目の段落[^]*tokens, check-large, cost 0\.00/);
  assert.deepEqual(await accessibilityProblems(page), []);
  await suggestion.getByRole('button', { name: 'Create draft' }).click();
  await row(page, target, 'nothing').getByText('Up to date').waitFor();
  const draft = await callAs(page, 'GET', `/lists/${en}/posts/sakura`);
  assert.equal(draft.published_at, null, 'nothing is published by itself');

  await save(page, ja, '一つ目の段落。\n\n二つ目は新しい。\n');
  await page.goto(`${site}/dashboard/lists/${en}/posts?type=draft`);
  await page.getByText('Older than the original').waitFor();
  await page.getByRole('link', { name: 'EN 桜の話' }).click();
  await page.getByRole('button', { name: 'Show changes' }).click();
  await row(page, target, 'again').getByRole('button', { name: 'Translate changes' }).click();
  const update = row(page, target, 'accept');
  await update.waitFor();
  assert.match(await update.locator('del').innerText(), /EN 二つ目の段落/);
  assert.match(await update.locator('ins').innerText(), /EN 二つ目は新しい/);
  await looksSound(page, 'translation update');
  await update.getByRole('button', { name: 'Accept changes' }).click();
  await row(page, target, 'nothing').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show changes' }).waitFor({ state: 'detached' });
  await page.locator('.cm-content', { hasText: 'EN 二つ目は新しい。' }).waitFor();
  assert.deepEqual(problems, []);
});

test('the assistant stops when told, compares, and says what it cost', async () => {
  const { page, problems, ja } = await writerOfTwo();
  await save(page, ja, text);
  await page.goto(`${site}/dashboard/lists/${ja}/posts`);
  await page.getByRole('link', { name: '桜の話' }).click();
  await page.locator('.cm-content').waitFor();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Assistant' }).click();
  const dialog = page.getByRole('dialog');
  assert.deepEqual(await accessibilityProblems(page), []);

  await tell('hold');
  await dialog.getByRole('button', { name: 'Titles' }).click();
  await dialog.getByText('The assistant is at work…').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByText('The assistant is at work…').waitFor({ state: 'detached' });
  await tell('release');

  await dialog.getByRole('button', { name: 'Titles' }).click();
  await dialog.getByText('Plain Linux').waitFor();
  await dialog.getByText(/tokens, check-large, cost 0\.00/).waitFor();
  await dialog.getByRole('button', { name: 'Translate' }).click();
  await dialog.locator('.text-compare', { hasText: 'EN 二つ目の段落。' }).waitFor();
  await dialog.getByText(/tokens, check-large, cost 0\.00/).waitFor();
  await looksSound(page, 'assistant translated');
  assert.deepEqual(problems, []);
});

test('operators see queue, proxies and costs, on phones too', async () => {
  const { page, problems } = await signedIn(operator);
  await page.goto(`${site}/dashboard/operator/ai`);
  await page.getByRole('button', { name: 'Account' }).first().click();
  await page.getByRole('menuitem', { name: 'AI tasks' }).click();
  await page.getByRole('rowheader', { name: /check-large/ }).waitFor();
  for (const heading of ['Proxies', /^Waiting: /, /^Running: /, 'Failed in the last day', 'Tokens and money']) {
    await page.getByRole('heading', { name: heading }).waitFor();
  }
  await looksSound(page, 'operator');
  assert.deepEqual(problems, []);
});

test('who is no operator finds neither the entry nor the figures', async () => {
  const { page } = await signedIn(`reader-${Date.now().toString(36)}@example.com`);
  await page.goto(`${site}/dashboard/operator/ai`);
  await page.getByText('The report cannot be loaded').waitFor();
  assert.equal(await page.getByText('check-large').count(), 0);
});
