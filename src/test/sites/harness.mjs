// Brings the static sites' own modules and their libraries into Node, which runs these tests without any package.

import { webcrypto } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';

// Browsers have it; Node 18, which Debian 12 has, knows it by this name only.
globalThis.crypto ??= webcrypto;

/** The folder that holds portal/, tools/ and oauth/. */
export const webapp = fileURLToPath(new URL('../../main/webapp/', import.meta.url));

// Node takes a .js file for a module only beside a package.json that says so; the site itself has none.
const copy = mkdtempSync(join(tmpdir(), 'quaily-sites-'));
for (const site of ['tools', 'oauth']) {
  cpSync(join(webapp, site), join(copy, site), { recursive: true });
}
writeFileSync(join(copy, 'package.json'), '{"type": "module"}');
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));

/** Imports a module of the tools by its path under tools/. */
export function importTool(path) {
  return import(pathToFileURL(join(copy, 'tools', path)));
}

/** Imports a module of the consent pages by its path under oauth/. */
export function importConsent(path) {
  return import(pathToFileURL(join(copy, 'oauth', path)));
}

/** Runs a vendored script as a page would; it leaves its global behind. */
export function runVendored(name) {
  runInThisContext(readFileSync(join(webapp, 'tools/vendor', name), 'utf8'), { filename: name });
}
