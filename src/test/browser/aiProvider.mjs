// Answers as the Messages API of Anthropic does, as a stream of events:
//   node aiProvider.mjs PORT
// Passages to translate come back with EN before them. POST /hold lets answers stop half way, POST /release lets them
// go on. What has no answer here gets 400, so that the server extracts it from the text.

import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const BEGIN = '<data>\n[';
const END = ']\n</data>';

const textOf = (content) => (typeof content === 'string' ? content : content.map(({ text }) => text).join('\n'));

/** A box to tick stays at the beginning. */
const marked = (text) => (/^⟦\d+⟧/.test(text) && !text.includes('⟦/1⟧')
  ? text.replace(/^(⟦\d+⟧ ?)/, '$1EN ')
  : `EN ${text}`);

function translated(asked) {
  const blocks = JSON.parse(asked.slice(asked.lastIndexOf(BEGIN) + BEGIN.length - 1, asked.lastIndexOf(END) + 1));
  return JSON.stringify({ blocks: blocks.map(({ id, text }) => ({ id, text: marked(text) })) });
}

/** The answer to a question; undefined when there is none. */
function answerTo({ system, messages }) {
  const told = JSON.stringify(system ?? '');
  const asked = textOf(messages.at(-1).content);
  if (told.includes('You translate')) {
    return translated(asked);
  }
  if (told.includes('Suggest five titles')) {
    return JSON.stringify({ titles: ['Plain Linux', 'A Door', 'Paper', 'Reeds', 'Ink'] });
  }
  return undefined;
}

const event = (data) => `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
const delta = (text) => event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } });

let held = false;
const waiting = [];

function released() {
  return held ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve();
}

/** While answers are held, text still comes, letter by letter: the server stores it now and then, as parts come. */
async function trickle(response, text) {
  let sent = 0;
  while (held && sent < text.length - 1) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    response.write(delta(text[sent++]));
  }
  await released();
  return text.slice(sent);
}

async function stream(response, text) {
  const middle = Math.floor(text.length / 2);
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write(event({
    type: 'message_start',
    message: { usage: { input_tokens: 100, cache_read_input_tokens: 0, output_tokens: 1 } },
  }));
  response.write(delta(text.slice(0, middle)));
  response.write(delta(await trickle(response, text.slice(middle))));
  response.write(event({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 200 } }));
  response.end(event({ type: 'message_stop' }));
}

async function handle(request, response) {
  if (request.url === '/hold' || request.url === '/release') {
    held = request.url === '/hold';
    if (!held) {
      waiting.splice(0).forEach((go) => go());
    }
    response.end();
    return;
  }
  let body = '';
  for await (const part of request) {
    body += part;
  }
  const text = answerTo(JSON.parse(body));
  if (text === undefined) {
    response.writeHead(400, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({
      type: 'error', error: { type: 'invalid_request_error', message: 'There is no answer to this here.' },
    }));
    return;
  }
  await stream(response, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  createServer((request, response) => {
    handle(request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  }).listen(Number(process.argv[2]), '127.0.0.1');
}
