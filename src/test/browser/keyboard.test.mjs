// A writer whose hands stay on the keyboard: from the sign-in to the report of what was sent.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, openWindow, site } from './site.mjs';
import { callAs, mailedCode, newChannel } from './writer.mjs';

/** What has the focus: its text, and whether a person can see that. Where text is written, the caret shows it. */
function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    const { width, height, top, bottom } = element.getBoundingClientRect();
    const isText = element.isContentEditable || element.matches('input, textarea');
    return {
      text: (element.ariaLabel ?? element.innerText ?? '').trim() || element.name || element.tagName,
      inDialog: element.closest('[role=dialog]') !== null,
      isVisible: isText || outlineStyle !== 'none' || boxShadow !== 'none',
      isInSight: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
    };
  });
}

async function tab(page, key = 'Tab') {
  await page.keyboard.press(key);
  const now = await focused(page);
  // Between the last and the first element the browser itself may have the focus.
  if (now.text !== 'BODY') {
    assert.ok(now.isVisible, `nobody sees that “${now.text}” has the focus`);
    assert.ok(now.isInSight, `“${now.text}” has the focus out of sight`);
  }
  return now;
}

/** Goes on with the tabulator until this has the focus. */
async function tabTo(page, target) {
  await target.waitFor();
  for (let steps = 0; steps < 60; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await tab(page);
  }
  assert.fail(`the tabulator does not lead to ${target}`);
}

/** The tabulator does not leave the dialog, forwards or backwards. */
async function isTrapped(page) {
  await page.getByRole('dialog').waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]'));
  for (const key of [...Array(25).fill('Tab'), ...Array(5).fill('Shift+Tab')]) {
    const now = await tab(page, key);
    assert.ok(now.inDialog, `${key} leads out of the dialog to “${now.text}”`);
  }
}

async function escape(page) {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

test('a writer signs in, writes, publishes, sends and reads the report by the keyboard alone', async () => {
  const browser = await launch();
  try {
    const context = await openWindow(browser, { width: 1280, locale: 'en-GB' });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const key = Date.now().toString(36);
    const email = `keyboard-${key}@example.com`;

    await page.goto(`${site}/dashboard/login`);
    await tabTo(page, page.locator('input[name=email]'));
    await page.keyboard.type(email);
    await page.keyboard.press('Enter');
    await tabTo(page, page.locator('input[name=code]'));
    await page.keyboard.type(await mailedCode(email));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/dashboard\/start/);
    const { slug } = await newChannel(page);
    const member = { email: `reader-${key}@example.com`, name: 'Ada' };
    await callAs(page, 'POST', `/auxilia/subscriptions/${slug}/members/add`, { members: [member] });

    await page.goto(`${site}/dashboard/lists/${slug}/posts`);
    await page.getByText('No posts yet').waitFor();
    await page.keyboard.press('n');
    await page.waitForURL(/\/posts\/new$/);
    await page.locator('.cm-content').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'post-title');
    await page.keyboard.type('Without a mouse');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Every word of this was typed.');
    await page.keyboard.press('Control+s');
    await page.locator('.save-status', { hasText: /^Saved \d/ }).waitFor();

    // A look into the dialogs, and back to the text.
    for (const keys of ['Control+/', 'Control+Enter']) {
      await page.keyboard.press(keys);
      await isTrapped(page);
      await escape(page);
      await page.waitForFunction(() => document.activeElement?.closest('.desk'));
    }
    await page.keyboard.type(' Yes, every word.');
    await page.locator('.cm-content', { hasText: 'was typed. Yes, every word.' }).waitFor();

    await page.keyboard.press('Control+Enter');
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Publish now' }));
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await tabTo(page, sheet.getByRole('button', { name: 'Send to readers' }));
    await page.keyboard.press('Enter');
    const send = page.getByRole('button', { name: 'Send to 1 reader' });
    await send.waitFor();
    await isTrapped(page);
    await tabTo(page, send);
    await page.keyboard.press('Enter');

    await page.waitForURL(/\/delivery$/);
    await tabTo(page, page.getByRole('link', { name: 'Without a mouse' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/delivery\/\d+$/);
    await page.getByRole('heading', { name: 'Without a mouse' }).waitFor();
    await page.getByText(member.email).waitFor();
  } finally {
    await browser.close();
  }
});
