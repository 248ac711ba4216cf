// SHA-256 of short ASCII texts. The browser's own is there on secure origins only, and answers each call later;
// a puzzle takes tens of thousands of them.

const INITIAL = new Uint32Array(8);
const ROUND = new Uint32Array(64);
const schedule = new Uint32Array(64);

// The constants are the first bits of the fractional parts of square and cube roots of the first primes.
for (let candidate = 2, found = 0; found < 64; candidate++) {
  let divisor = 2;
  while (divisor * divisor <= candidate && candidate % divisor !== 0) {
    divisor++;
  }
  if (divisor * divisor > candidate) {
    const bits = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32);
    if (found < 8) {
      INITIAL[found] = bits(Math.sqrt(candidate));
    }
    ROUND[found++] = bits(Math.cbrt(candidate));
  }
}

/** The hash as eight numbers of 32 bits. */
export function sha256(ascii) {
  const blocks = ((ascii.length + 8) >> 6) + 1;
  const words = new Uint32Array(blocks * 16);
  for (let i = 0; i < ascii.length; i++) {
    words[i >> 2] |= ascii.charCodeAt(i) << (24 - 8 * (i & 3));
  }
  words[ascii.length >> 2] |= 0x80 << (24 - 8 * (ascii.length & 3));
  words[words.length - 1] = ascii.length * 8;
  const hash = INITIAL.slice();
  for (let at = 0; at < words.length; at += 16) {
    compress(hash, words, at);
  }
  return hash;
}

/** How many zero bits the hash begins with. */
export function sha256ZeroBits(ascii) {
  const hash = sha256(ascii);
  let zeros = 0;
  for (const word of hash) {
    zeros += Math.clz32(word);
    if (word !== 0) {
      break;
    }
  }
  return zeros;
}

const rotate = (word, by) => (word >>> by) | (word << (32 - by));

function compress(hash, words, at) {
  const w = schedule;
  for (let i = 0; i < 64; i++) {
    if (i < 16) {
      w[i] = words[at + i];
    } else {
      const s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
  }
  let [a, b, c, d, e, f, g, h] = hash;
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[i] + w[i]) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    hash[i] += word;
  });
}
