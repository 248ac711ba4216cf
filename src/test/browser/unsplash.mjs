// Answers as the API of Unsplash does, as far as the server asks it.

import { createServer } from 'node:http';

const photo = (base, query, page, number) => ({
  id: `photo-${number}`,
  slug: `a-cup-of-tea-photo-${number}`,
  width: 4000,
  height: 3000,
  color: '#60544d',
  blur_hash: 'LaLXMa9Fx[D%~q%MtQM|kDRjtRIU',
  description: `${query} ${page}`,
  alt_description: null,
  urls: Object.fromEntries(['raw', 'full', 'regular', 'small', 'thumb'].map(
    (size) => [size, `https://images.unsplash.com/photo-${number}?size=${size}`])),
  links: {
    self: `${base}/photos/photo-${number}`,
    html: `https://unsplash.com/photos/photo-${number}`,
    download: `https://unsplash.com/photos/photo-${number}/download`,
    download_location: `${base}/photos/photo-${number}/download?ixid=x`,
  },
  user: { id: 'u', username: 'ada', name: 'Ada', links: { html: 'https://unsplash.com/@ada' } },
});

/** Begins to answer; null when no port is given. */
export async function startUnsplash(port) {
  if (!port) {
    return null;
  }
  const base = `http://127.0.0.1:${port}`;
  const server = createServer((request, response) => {
    const url = new URL(request.url, base);
    const answer = (status, body) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (!(request.headers.authorization ?? '').startsWith('Client-ID ')) {
      answer(401, { errors: ['OAuth error: The access token is invalid'] });
    } else if (url.pathname === '/search/photos') {
      const { query, page, per_page: count } = Object.fromEntries(url.searchParams);
      const results = Array.from({ length: Number(count) }, (_, i) => photo(base, query, page, i + 1));
      answer(200, { total: 133, total_pages: 7, results });
    } else if (url.pathname === '/photos/photo-1/download') {
      answer(200, { url: 'https://images.unsplash.com/photo-1?dl=1' });
    } else {
      answer(404, { errors: ["Couldn't find Photo"] });
    }
  });
  await new Promise((resolve) => {
    server.listen(Number(port), '127.0.0.1', resolve);
  });
  return server;
}
