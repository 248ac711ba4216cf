// Brings the static sites' own modules and their libraries into Node, which runs these tests without any package.

import { webcrypto } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';

// Browsers have it; Node 18, which Debian 12 has, knows it by this name only.
globalThis.crypto ??= webcrypto;

/** The folder that holds portal/ and tools/. */
export const webapp = fileURLToPath(new URL('../../main/webapp/', import.meta.url));

/** What the build has put to /tools/vendor/; `bin/spa build` makes it. */
export const libraries = fileURLToPath(new URL('../../../target/spa/tools/vendor/', import.meta.url));

// Node takes a .js file for a module only beside a package.json that says so; the site itself has none.
const copy = mkdtempSync(join(tmpdir(), 'quaily-sites-'));
cpSync(join(webapp, 'tools'), join(copy, 'tools'), { recursive: true });
cpSync(libraries, join(copy, 'tools/vendor'), { recursive: true });
writeFileSync(join(copy, 'package.json'), '{"type": "module"}');
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));

/** Imports a module of the tools by its path under tools/. */
export function importTool(path) {
  return import(pathToFileURL(join(copy, 'tools', path)));
}

/** Runs a library's script as a page would; it leaves its global behind. */
export function runVendored(name) {
  runInThisContext(readFileSync(join(libraries, name), 'utf8'), { filename: name });
}
