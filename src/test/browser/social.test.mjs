// Social channels and webhooks in the dashboard. Nothing outside is asked: what is entered is refused before that.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { looksSound } from './looks.mjs';
import { accessibilityProblems, launch, openWindow, site } from './site.mjs';
import { newChannel, signIn } from './writer.mjs';

let browser;

before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** A writer with a channel, at one of its pages of settings. */
async function openSettings(part) {
  const context = await openWindow(browser, { width: 1280, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const address = `social-${Date.now()}-${Math.floor(Math.random() * 1000)}@example.com`;
  await signIn(page, address);
  const { slug } = await newChannel(page);
  await page.goto(`${site}/dashboard/lists/${slug}/settings/${part}`);
  return { context, page };
}

test('a service says why it does not accept what was entered', async () => {
  const { context, page } = await openSettings('channel');
  await page.locator('.service').nth(6).waitFor();
  assert.equal(await page.locator('.service').count(), 7);
  await looksSound(page, 'social');

  const discord = page.locator('.service', { hasText: 'Discord' });
  await discord.locator('summary').click();
  await discord.locator('input[name=discord_webhook_url]').fill('https://example.com/hook');
  await discord.locator('button[type=submit]').click();
  await discord.getByText('this is not the address of a Discord webhook').waitFor();
  await looksSound(page, 'social refused');

  const line = page.locator('.service', { hasText: 'LINE' }).last();
  await line.locator('summary').click();
  await line.getByRole('button', { name: 'Create keys' }).click();
  await line.getByLabel('Public key').waitFor();
  assert.match(await line.getByLabel('Public key').inputValue(), /"kty":"RSA"/);
  await context.close();
});

test('a webhook is added, its secret shown once, and its events listed', async () => {
  const { context, page } = await openSettings('webhooks');
  await page.locator('.ui-state button').click();
  await page.locator('input[name=url]').fill('http://insecure.example/');
  await page.getByRole('dialog').locator('button[type=submit]').click();
  await page.getByText('must be an https URL').waitFor();
  await page.locator('input[name=url]').fill('https://receiver.invalid/hook');
  await looksSound(page, 'webhook new');
  await page.getByRole('dialog').locator('button[type=submit]').click();

  const secret = page.getByRole('textbox', { name: 'Secret' });
  await secret.waitFor();
  assert.match(await secret.inputValue(), /^whsec_/);
  await page.getByRole('button', { name: 'I have saved it' }).click();
  assert.equal(await page.getByText('whsec_').count(), 0);

  await page.getByRole('button', { name: 'Send test' }).click();
  await page.getByText('The test is on its way').waitFor();
  await page.locator('.deliveries summary').click();
  await page.getByText('webhook.test').first().waitFor();
  await looksSound(page, 'webhooks');
  await context.close();
});

test('whoever did not allow the connection is told so', async () => {
  const { context, page } = await openSettings('channel');
  await page.goto(`${site}/dashboard/connect/twitter?error=access_denied`);
  await page.getByText('You did not allow the connection').waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await context.close();
});
