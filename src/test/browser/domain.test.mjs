// A channel at its own domain: its writer proves it, and a reader does there what readers do.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startDns } from './dns.mjs';
import { accessibilityProblems, lastMailTo, launch, openWindow, site } from './site.mjs';
import { callAs, newChannel, signIn } from './writer.mjs';

const domain = `letters-${Date.now()}.example.net`;
const here = `http://${domain}:${new URL(site).port}`;
const records = [];
const newEmail = () => `domain-${Math.random().toString(36).slice(2, 10)}@example.com`;

let browser;
let dns;

before(async () => {
  dns = process.env.QUAILY_DNS_PORT && (await startDns(Number(process.env.QUAILY_DNS_PORT), records));
  browser = await launch([`--host-resolver-rules=MAP ${domain} 127.0.0.1`]);
});
after(async () => {
  await browser.close();
  dns?.close();
});

/** Publishes a post in a channel that takes comments, and gives the channel the domain. */
async function prepare(page) {
  await signIn(page, newEmail());
  const channel = await newChannel(page);
  const list = `/lists/${channel.slug}`;
  await callAs(page, 'PUT', `${list}/options`, { options: { comment_enabled: true, comment_strategy: 0 } });
  const post = await callAs(page, 'POST', `${list}/posts`, {
    slug: 'first', title: 'The first letter', content: 'Written for its own address.',
  });
  await callAs(page, 'PUT', `${list}/posts/${post.id}/publish`);
  await page.goto(`${site}/dashboard/lists/${channel.slug}/settings/domain`);
  await page.fill('input[name=domain]', domain);
  await page.getByRole('switch').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(`${domain} is not ready yet`).waitFor();
  return channel;
}

/** Sets the records that the screen asks for. */
async function setRecords(page) {
  for (const row of await page.locator('.domain-records > li').all()) {
    const [name, value] = await row.locator('input').evaluateAll((inputs) => inputs.map((input) => input.value));
    records.push({ type: await row.locator('strong').innerText(), name, value });
  }
  assert.deepEqual(records.map(({ type }) => type), ['A', 'TXT']);
}

/** Opens a page of the domain once it is there: pages move in the background. */
async function openThere(page, path, title) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const response = await page.goto(`${here}${path}`);
    if (response.status() === 200 && (await page.locator('h1').first().innerText()) === title) {
      return;
    }
    assert.ok(Date.now() < deadline, `${path} answers ${response.status()}`);
  }
}

test('a writer proves a domain, and a reader subscribes, logs in, comments and reacts there', async (context) => {
  if (!dns) {
    context.skip('the demo asks no name server of ours');
    return;
  }
  const desk = await openWindow(browser, { width: 1280 });
  const page = await desk.newPage();
  const channel = await prepare(page);
  await setRecords(page);
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText(`${domain} is ready`).waitFor();
  await desk.close();

  const phone = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const reader = await phone.newPage();
  await openThere(reader, '/', channel.title);
  await openThere(reader, '/p/first', 'The first letter');
  const email = newEmail();
  await reader.locator('#page_email').scrollIntoViewIfNeeded();
  await reader.waitForFunction(() => document.querySelector('form[data-quaily] .problem'));
  await reader.fill('#page_email', email);
  await reader.keyboard.press('Enter');
  await reader.locator('.done', { hasText: email }).waitFor();
  const [link] = (await lastMailTo(email)).match(/https?:\/\/\S+confirm\?token=\S+/);
  const confirm = new URL(link);
  await reader.goto(`${here}${confirm.pathname}${confirm.search}`);
  await reader.locator('main button').click();
  await reader.locator('main', { hasText: email }).waitFor();

  await reader.goto(`${here}/p/first`);
  await reader.locator('.post-foot').scrollIntoViewIfNeeded();
  await reader.locator('.reactions button').first().click();
  await reader.waitForURL(/\/login\?/);
  await reader.fill('#email', email);
  await reader.keyboard.press('Enter');
  await reader.locator('#code').waitFor();
  const [code] = (await lastMailTo(email)).match(/\b\d{6}\b/);
  await reader.fill('#code', code);
  await reader.keyboard.press('Enter');
  await reader.waitForURL(`${here}/p/first`);
  await reader.locator('.post-foot').scrollIntoViewIfNeeded();
  await reader.locator('.reactions button').first().click();
  await reader.locator('.reactions [aria-pressed=true]').waitFor();
  const comments = reader.locator('.comments');
  await comments.scrollIntoViewIfNeeded();
  await comments.locator('textarea').fill('Found you at your own address');
  await comments.getByRole('button', { name: 'Post the comment' }).click();
  await comments.locator('.words', { hasText: 'your own address' }).waitFor();
  assert.deepEqual(await accessibilityProblems(reader), []);
  await phone.close();
});
