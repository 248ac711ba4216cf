// How a page looks to different people: on a phone and on a desk, by day and by night, in three languages.

import assert from 'node:assert/strict';
import { accessibilityProblems, site } from './site.mjs';

const phone = { width: 360, dark: false };
const phoneByNight = { width: 360, dark: true };
const desk = { width: 1280, dark: false };
const deskByNight = { width: 1280, dark: true };

export const everyLook = [phone, phoneByNight, desk, deskByNight];

/** Each language in two looks, and each look in one language or two. */
export const languages = [
  { language: 'en', looks: [deskByNight, phone] },
  { language: 'ja', looks: [desk, phoneByNight] },
  { language: 'zh', looks: [deskByNight, phone] },
];

async function wear(page, { width, dark }) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
}

/** A picture for whoever wants to look: QUAILY_SHOTS names a directory. */
async function shoot(page, name, { width, dark }) {
  if (process.env.QUAILY_SHOTS) {
    const file = `${name.replace(/[^a-z0-9]+/gi, '-')}-${width}${dark ? '-dark' : ''}.png`;
    await page.screenshot({ path: `${process.env.QUAILY_SHOTS}/${file}`, fullPage: (await page.getByRole('dialog').count()) === 0 });
  }
}

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** What a page shows now is accessible and no wider than the window, in each of the looks. */
export async function looksSound(page, name, looks = everyLook) {
  for (const look of looks) {
    await wear(page, look);
    const which = `${name} at ${look.width} px${look.dark ? ', dark' : ''}`;
    assert.ok((await overflow(page)) <= 0, `${which} scrolls sideways`);
    const problems = await accessibilityProblems(page);
    await shoot(page, name, look);
    assert.deepEqual(problems, [], which);
  }
}

/** Opens a screen of the dashboard in a language, with everything that it loads. */
export async function openScreen(page, path, { language, looks: [look] }) {
  await wear(page, look);
  await page.evaluate((language) => localStorage.setItem('quaily.language', JSON.stringify(language)), language);
  await page.goto(`${site}/dashboard/${path}`, { waitUntil: 'networkidle' });
  await page.locator('h1').waitFor();
}

/** A screen fits on the narrowest of phones. */
export async function fitsOnSmallPhones(page, name) {
  await wear(page, { width: 320, dark: false });
  assert.ok((await overflow(page)) <= 0, `${name} scrolls sideways at 320 px`);
}
