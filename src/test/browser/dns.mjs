// A name server that knows the records that a test gives it.

import { createSocket } from 'node:dgram';

const TYPES = { A: 1, TXT: 16 };
const HEADER = 12;
const TTL = [0, 0, 0, 1];

/** The name of a question, in lower case, and where it ends. */
function nameAt(message, start) {
  const labels = [];
  let at = start;
  while (message[at] > 0) {
    labels.push(message.toString('ascii', at + 1, at + 1 + message[at]));
    at += message[at] + 1;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}

const dataOf = {
  A: (address) => Buffer.from(address.split('.').map(Number)),
  TXT: (text) => Buffer.from([text.length, ...Buffer.from(text)]),
};

function answer(query, records) {
  const { name, end } = nameAt(query, HEADER);
  const question = query.subarray(HEADER, end + 4);
  const asked = query.readUInt16BE(end);
  const found = records.filter((one) => one.name === name && TYPES[one.type] === asked);
  const answers = found.map(({ type, value }) => {
    const data = dataOf[type](value);
    // The name is the one in the question; the class is IN.
    return Buffer.from([0xc0, HEADER, 0, asked, 0, 1, ...TTL, data.length >> 8, data.length & 255, ...data]);
  });
  const header = Buffer.from([query[0], query[1], 0x85, 0x80, 0, 1, 0, found.length, 0, 0, 0, 0]);
  return Buffer.concat([header, question, ...answers]);
}

/**
 * Begins to answer.
 *
 * @param records a list of `{ type, name, value }`, which may grow
 */
export async function startDns(port, records) {
  const socket = createSocket('udp4');
  socket.on('message', (query, { port: from, address }) => socket.send(answer(query, records), from, address));
  await new Promise((resolve) => {
    socket.bind(port, '127.0.0.1', resolve);
  });
  return socket;
}
