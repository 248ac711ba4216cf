// The running demo that the tests look at, and a browser to look at it with.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

/** Where the demo answers, without a slash at the end. */
export const site = (process.env.QUAILY_SITE ?? 'http://127.0.0.1:8080').replace(/\/$/, '');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser; the caller closes it. `more` are further arguments. */
export function launch(more = []) {
  const executablePath = process.env.CHROMIUM ?? known.find(existsSync);
  assert.ok(executablePath, 'Chromium is needed; the variable CHROMIUM names it when it is not found');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', ...more],
  });
}

/**
 * A window of this width in which layout shifts are counted and nothing but the site can be reached; `more` says what
 * else is unlike a window of every day, such as its language.
 */
export async function openWindow(browser, { width, dark = false, ...more }) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    ...more,
  });
  await context.route(
    (url) => url.protocol.startsWith('http') && url.hostname !== '127.0.0.1',
    (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title>' }),
  );
  await context.addInitScript(() => {
    window.layoutShifts = [];
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, value, sources } of list.getEntries()) {
        if (!hadRecentInput) {
          const moved = sources.map(({ node }) => node?.parentElement?.innerHTML.slice(0, 120) ?? 'something');
          window.layoutShifts.push(`${value.toFixed(4)}: ${moved.join(' | ')}`);
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return context;
}

/** Opens a page; `problems` fills with what the browser complains about. A `clock` stands until it is moved. */
export async function openPage(context, path, { status = 200, clock = false, referer } = {}) {
  const page = await context.newPage();
  if (clock) {
    await page.clock.install();
    await page.clock.pauseAt(new Date(Date.now() + 1_000));
  }
  const problems = [];
  page.on('console', (message) => {
    const isOwnStatus = status !== 200 && message.location().url === new URL(path, site).href;
    if (message.type() === 'error' && !isOwnStatus) {
      problems.push(message.text());
    }
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('requestfailed', (request) => {
    const fault = request.failure()?.errorText;
    // The browser gives up a request itself when the reader leaves the page; a server's fault has another name.
    if (fault !== 'net::ERR_ABORTED') {
      problems.push(`${request.url()}: ${fault}`);
    }
  });
  const response = await page.goto(new URL(path, site).href, { waitUntil: 'load', referer });
  assert.equal(response.status(), status, path);
  return { page, problems };
}

/**
 * What moves on a page while it appears. A busy machine may paint before the whole page has arrived; what moves for
 * everybody moves again when it is loaded again.
 */
export async function layoutShifts(page) {
  const seen = () => page.evaluate(() => window.layoutShifts);
  if ((await seen()).length === 0) {
    return [];
  }
  await page.reload({ waitUntil: 'load' });
  return seen();
}

/** The text of the newest mail to an address. */
export async function lastMailTo(email) {
  const mails = await (await fetch(`${site}/dev/mail.json`)).json();
  const mail = mails.find((one) => one.to === email);
  assert.ok(mail, `no mail to ${email}`);
  return mail.text;
}

/** What axe finds against the rules of accessibility once nothing fades in any more, as short lines. */
export async function accessibilityProblems(page) {
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'
    || animation.effect.getComputedTiming().endTime === Infinity));
  // Through the debugger, to which the page's own policy does not apply.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
