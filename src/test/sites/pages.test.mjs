// What holds for every page of both sites.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { importTool, libraries, webapp } from './harness.mjs';

const { common } = await importTool('shared/strings.js');
const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });

/** A page as it is published: with its parts, which are in the nearest folder that has them. */
function published(file) {
  const address = file.includes(join(webapp, 'tools')) ? webapp : join(webapp, 'portal');
  const path = (folder) => relative(folder, file).replace(/index\.html$/, '');
  return readFileSync(file, 'utf8').replace(/^ *<!-- include ([a-z-]+) -->\n/gm, (_, part) => {
    let folder = dirname(file);
    while (!existsSync(join(folder, `.${part}.html`))) {
      folder = dirname(folder);
    }
    return readFileSync(join(folder, `.${part}.html`), 'utf8')
      .replaceAll('{page}', path(folder))
      .replace(/(<a [^>]*href="([^"]*)")/g, (link, start, href) =>
        href === `/${path(address)}` ? `${start} aria-current="page"` : link,
      );
  });
}

const files = [...filesUnder(join(webapp, 'portal')), ...filesUnder(join(webapp, 'tools'))];
const pages = files
  .filter((file) => file.endsWith('.html') && !basename(file).startsWith('.'))
  .map((file) => ({ name: relative(webapp, file), html: published(file) }));
const own = files.filter((file) => /\.(html|css|js)$/.test(file));
// Answered by other parts of the program.
const ELSEWHERE = new Set(['/dashboard', '/explore', '/explore/ja/trending', '/explore/zh/trending', '/api/openapi.json', '/sitemap_index.xml']);

const matches = (html, pattern) => Array.from(html.matchAll(pattern), (match) => match[1]);

function fileOf(address) {
  const path = address.replace(/[?#].*$/, '');
  if (path.startsWith('/tools/vendor/')) {
    return join(libraries, basename(path));
  }
  const base = path.startsWith('/tools/') ? webapp : join(webapp, 'portal');
  return join(base, path, path.endsWith('/') ? 'index.html' : '');
}

for (const { name, html } of pages) {
  test(`${name} needs nothing inline, so a strict content security policy holds`, () => {
    assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=|javascript:/i);
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/);
  });

  test(`${name} says its language, title and description`, () => {
    assert.match(html, /^<!doctype html>\n<html lang="(en|ja|zh-Hans)">/);
    assert.match(html, /<title[^>]*>[^<]{5,70}<\/title>/);
    assert.match(html, /<meta name="description" content="[^"]{10,170}"/);
    assert.equal(matches(html, /<(h1)[\s>]/g).length, 1);
  });

  test(`${name} loads from its own host only, and its links lead somewhere`, () => {
    assert.deepEqual(matches(html, /\ssrc="((?!\/)[^"]*)"/g), []);
    for (const address of matches(html, /\s(?:href|src)="(\/[^"]*)"/g)) {
      assert.ok(ELSEWHERE.has(address) || existsSync(fileOf(address)), address);
    }
    for (const anchor of matches(html, /href="#([^"]+)"/g)) {
      assert.ok(html.includes(`id="${anchor}"`), anchor);
    }
  });

  test(`${name} names its translations`, () => {
    const found = matches(html, /rel="alternate" hreflang="([^"]+)"/g);
    assert.deepEqual(found, ['en', 'ja', 'zh-Hans', 'x-default']);
  });
}

for (const { name, html } of pages.filter(({ name }) => /^portal.*index/.test(name))) {
  test(`${name} names its own address, in the form that publishing completes`, () => {
    const address = `/${relative('portal', name).replace(/index\.html$/, '')}`;
    assert.deepEqual(matches(html, /<link rel="canonical" href="([^"]+)">/g), [address]);
    const translations = matches(html, /<link rel="alternate" hreflang="[a-zA-Z-]+" href="(\/[^"]*)">/g);
    assert.equal(translations.length, 4);
    assert.ok(translations.includes(address));
  });
}

for (const { name, html } of pages.filter((page) => page.name.startsWith('tools'))) {
  test(`${name} has in its markup the same English as in its texts`, async () => {
    const { strings } = await importTool(join(relative('tools', name), '../strings.js'));
    const plain = (text) =>
      text
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&');
    for (const [, key, text] of html.matchAll(/data-text="(\w+)"[^>]*>([^<]*)</g)) {
      assert.equal(plain(text), { ...common.en, ...strings.en }[key], key);
    }
    for (const language of ['ja', 'zh']) {
      assert.deepEqual(Object.keys(strings[language]), Object.keys(strings.en));
      assert.deepEqual(Object.keys(common[language]), Object.keys(common.en));
    }
  });
}

test('every page of the portal stands in three languages', () => {
  for (const page of ['', 'about/', 'pricing/', 'terms/', 'privacy/']) {
    for (const language of ['/', '/ja/', '/zh/']) {
      assert.ok(existsSync(fileOf(language + page)), language + page);
    }
  }
});

test('there are pages and files of ours to look at', () => {
  assert.ok(pages.length >= 20, `${pages.length} pages`);
  assert.ok(pages.some(({ name }) => name.startsWith('tools')));
  assert.ok(own.length > pages.length);
});

test('our own files contact no other host', () => {
  for (const file of own) {
    const text = readFileSync(file, 'utf8');
    assert.doesNotMatch(text, /@import|url\(\s*['"]?(https?:)?\/\//, file);
    assert.doesNotMatch(text, /(fetch|loadScript|sendBeacon)\(\s*['"`]https?:/, file);
  }
});

test('both sites together stay small', () => {
  const bytes = [...files, ...filesUnder(libraries)].reduce((sum, file) => sum + statSync(file).size, 0);
  assert.ok(bytes <= 1.5 * 1024 * 1024, `${bytes} bytes`);
});
