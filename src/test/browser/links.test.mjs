// Whatever the site links to is there, down to the place in the page; and so it is under nginx alone.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { crawl } from './crawl.mjs';
import { site } from './site.mjs';

const { paths, broken } = await crawl(site);

test('every link inside the site leads somewhere', () => {
  assert.deepEqual(broken, []);
  assert.ok(paths.length > 150, `only ${paths.length} addresses are reachable from the first page`);
});

const { QUAILY_STORAGE: storage, QUAILY_NGINX_CONF: configuration } = process.env;
const skip = storage && configuration ? false : 'QUAILY_STORAGE and QUAILY_NGINX_CONF are not set';
let nginx;
let folder;
let copy;

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = (url) => fetch(url).then(() => true, () => false);

before(async () => {
  if (skip) {
    return;
  }
  folder = mkdtempSync(join(tmpdir(), 'quaily-nginx-'));
  for (const part of ['pages', 'sites', 'media']) {
    cpSync(join(storage, part), join(folder, 'www', part), { recursive: true });
  }
  const port = await freePort();
  copy = `http://127.0.0.1:${port}`;
  const server = readFileSync(configuration, 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/quaily;', `root ${folder}/www;`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const user = process.getuid() === 0 ? 'user root;' : '';
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${user} daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
    http { access_log off; ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
    ${server} }`,
  );
  execFileSync('nginx', ['-t', '-q', '-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
  nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
  while (!(await answers(copy)) && nginx.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

after(async () => {
  if (nginx) {
    nginx.kill();
    await new Promise((resolve) => nginx.once('exit', resolve));
  }
  if (folder) {
    rmSync(folder, { recursive: true });
  }
});

async function answer(origin, path) {
  const response = await fetch(origin + path, { redirect: 'manual' });
  const location = response.headers.get('location');
  return {
    path,
    status: response.status,
    location: location && new URL(location, origin + path).href.slice(origin.length),
    // What a redirect says besides its destination nobody reads.
    type: location ? null : response.headers.get('content-type')?.replace('; ', ';'),
    body: location ? null : Buffer.from(await response.arrayBuffer()).toString('base64'),
    kept: response.status === 200 ? response.headers.get('cache-control') : null,
  };
}

const unusual = [
  '/covey/', '/covey/p/asides/', '/covey/p/asides.html', '/covey/index.html', '/covey/page/1.html', '/about',
  '/ja/about', '/tools', '/tools/count', '/covey/p/nothing-of-that-name', '/nobody', '/nobody/p/nothing', '/covey/p/',
  '/covey/tags/nothing', '/covey/page/99', '/covey/feed/nothing', '/media/nothing.webp', '/assets/nothing.js',
  '/paid/covey/4.html', '/routing/hosts.json', '/covey/widget', '/covey/about/', '/covey/bower/none', '/widget', '/explore/', '/explore/ja/trending', '/front/none', '/covey/widget.external', '/covey/p/plain-linux/widget', '/covey/p/plain-linux/widget/', '/covey/p/none/widget', '/nobody/p/none/widget', '/robots.txt', '/login',
  '/oauth/authorize', '/oauth/code', '/oauth/code/', '/oauth/oauth.css', '/oauth', '/oauth/nothing', '/oauth/code.html',
  '/covey/feed/atom', '/covey/feed/rss', '/covey/feed/json',
];

test('nginx alone answers every page as the router does', { skip }, async () => {
  const fromStorage = [...new Set([...paths, ...unusual])].filter((path) => !/^\/(api|dev|user)\//.test(path));
  const different = [];
  assert.ok(fromStorage.length > 50, `${fromStorage.length} pages`);
  for (const path of fromStorage) {
    const [ours, theirs] = await Promise.all([answer(site, path), answer(copy, path)]);
    for (const property of Object.keys(ours)) {
      if (ours[property] !== theirs[property]) {
        const [one, other] = [ours, theirs].map((all) => String(all[property]).slice(0, 80));
        different.push(`${path}: ${property} is ${one} here and ${other} there`);
      }
    }
  }
  assert.deepEqual(different, []);
});
