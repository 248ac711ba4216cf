// Follows every link inside the site from its first page.

const addresses = /<(?:a|link|script|img|source|iframe)\b[^>]*?\s(?:href|src)="([^"]*)"/g;
const candidates = /\ssrcset="([^"]*)"/g;
const locations = /<loc>([^<]*)<\/loc>/g;
const identifiers = /\sid="([^"]+)"/g;

function* linksOf(text) {
  for (const [, address] of [...text.matchAll(addresses), ...text.matchAll(locations)]) {
    yield address.replaceAll('&amp;', '&');
  }
  for (const [, set] of text.matchAll(candidates)) {
    yield* set.split(',').map((candidate) => candidate.trim().split(' ')[0]);
  }
}

/** The paths that can be reached, and what is wrong with links, as short lines. */
export async function crawl(site) {
  const visited = new Map();
  const fragments = [];
  const broken = [];
  const waiting = [{ address: '/', from: '/' }];
  while (waiting.length > 0) {
    const { address, from } = waiting.shift();
    const url = new URL(address, new URL(from, site));
    const path = url.pathname + url.search;
    if (url.origin !== site) {
      continue;
    }
    if (url.hash) {
      fragments.push({ path, id: decodeURIComponent(url.hash.slice(1)), from });
    }
    if (visited.has(path)) {
      continue;
    }
    visited.set(path, null);
    const response = await fetch(site + path, { redirect: 'manual' });
    if (response.status === 301) {
      waiting.push({ address: response.headers.get('location'), from: path });
    } else if (response.status !== 200) {
      broken.push(`${path} in ${from}: ${response.status}`);
    }
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    if (type.includes('text/html')) {
      visited.set(path, new Set([...text.matchAll(identifiers)].map(([, id]) => id)));
    }
    if (type.includes('text/html') || path.includes('sitemap')) {
      for (const link of linksOf(text)) {
        waiting.push({ address: link, from: path });
      }
    }
  }
  for (const { path, id, from } of fragments) {
    if (visited.get(path) && !visited.get(path).has(id)) {
      broken.push(`${path}#${id} in ${from}: no such place`);
    }
  }
  return { paths: [...visited.keys()], broken };
}
