// Somebody who writes: signs in as people do, and prepares what a test starts from.

import assert from 'node:assert/strict';
import { site } from './site.mjs';

/** The mails to an address, the newest first. */
export async function mailsTo(email) {
  const mails = await (await fetch(`${site}/dev/mail.json`)).json();
  return mails.filter(({ to }) => to === email);
}

/** The six digits of the newest mail to an address, once there are more than `earlier` ones. */
export async function mailedCode(email, earlier = 0) {
  for (let tries = 0; tries < 100; tries++) {
    const mails = await mailsTo(email);
    const mail = mails.length > earlier ? mails[0] : undefined;
    const code = mail && /\b(\d{6})\b/.exec(mail.text)?.[1];
    if (code) {
      return code;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`no code was mailed to ${email}`);
}

/** Fills the sign-in form that the page shows, in a page or a dialog. */
export async function fillLogin(page, email) {
  const field = page.locator('input[name=email]');
  if (await field.isEditable()) {
    await field.fill(email);
  }
  await page.locator('.login-form button[type=submit]').click();
  await page.locator('input[name=code]').waitFor();
  await page.locator('input[name=code]').fill(await mailedCode(email));
  await page.locator('.login-form button[type=submit]').click();
}

/** Signs in on the dashboard's page and waits until it has been left. */
export async function signIn(page, email) {
  await page.goto(`${site}/dashboard/login`);
  await fillLogin(page, email);
  await page.waitForURL((url) => !url.pathname.includes('/login'));
}

/** A call of the API with the session of the page, from outside the application. */
export async function callAs(page, method, path, body) {
  const { status, answer } = await page.evaluate(
    async ([method, path, body]) => {
      const send = async (to, how) => {
        const response = await fetch(`/api${to}`, how);
        return { status: response.status, answer: await response.json() };
      };
      const json = { 'Content-Type': 'application/json' };
      const login = await send('/auth/refresh', {
        method: 'POST',
        headers: { ...json, 'X-Quaily-Session': 'cookie' },
      });
      return send(path, {
        method,
        headers: { ...json, Authorization: `Bearer ${login.answer.data.access_token}` },
        body: body && JSON.stringify(body),
      });
    },
    [method, path, body],
  );
  assert.equal(status, 200, `${method} ${path}: ${JSON.stringify(answer)}`);
  return answer.data;
}

/** A channel of the person's own with a name that nobody has. */
export async function newChannel(page) {
  const slug = `letters-${Date.now()}`;
  return callAs(page, 'POST', '/lists', { slug, title: `Letters ${slug.slice(-6)}` });
}
