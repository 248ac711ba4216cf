// A title in any script → an address of plain letters.

const HAN = /[\p{Script=Han}\u3005\u3007]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u;
const RUNS =
  /[\p{Script=Han}\u3005\u3007]+|[\p{Script=Hiragana}\p{Script=Katakana}\u30fc]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3005\u3007\u30fc]+/gu;

/** Kana for sounds of loan words, in the spelling that readers expect; for the library's own mapping. */
export const loanSounds = {
  うぃ: 'wi',
  うぇ: 'we',
  うぉ: 'wo',
  しぇ: 'she',
  じぇ: 'je',
  ちぇ: 'che',
  でゅ: 'dyu',
  てぃ: 'ti',
  でぃ: 'di',
  とぅ: 'tu',
  どぅ: 'du',
  つぁ: 'tsa',
  つぃ: 'tsi',
  つぇ: 'tse',
  つぉ: 'tso',
  ふぁ: 'fa',
  ふぃ: 'fi',
  ふぇ: 'fe',
  ふぉ: 'fo',
  ゔ: 'vu',
  ゔぁ: 'va',
  ゔぃ: 'vi',
  ゔぇ: 've',
  ゔぉ: 'vo',
};

/** Says which converters a title needs, so that no more than those are loaded. */
export function needsOf(title, han) {
  const text = title.normalize('NFKC');
  return {
    pinyin: han === 'zh' && HAN.test(text),
    romaji: KANA.test(text),
    latin: /[^\x00-\x7f]/.test(text.replace(new RegExp(`${HAN.source}|${KANA.source}`, 'gu'), '')),
  };
}

/** Reads Han characters as Japanese when kana stand beside them, else as the page's language does. */
export function guessHan(title, language) {
  return KANA.test(title.normalize('NFKC')) || language === 'ja' ? 'ja' : 'zh';
}

/**
 * Makes a slug of `a-z`, `0-9` and single hyphens.
 *
 * @param title any text
 * @param converters `pinyin(text)` → syllables, `romaji(text)`, `latin(text)`; one that is missing
 *     means that such characters are left out
 * @param maximum longest length; a cut falls between words where there are any
 * @returns {{slug: string, leftOut: string[]}} the slug, and what had no plain letters
 */
export function makeSlug(title, converters, maximum) {
  const leftOut = [];
  const parts = (title.normalize('NFKC').match(RUNS) ?? []).map((run) => {
    const plain = convert(run, converters);
    if (plain === '' && /[\p{L}\p{N}]/u.test(run)) {
      leftOut.push(run.trim());
    }
    return plain;
  });
  return { slug: cut(clean(parts.join(' ')), maximum), leftOut };
}

function convert(run, { pinyin, romaji, latin }) {
  if (HAN.test(run)) {
    return pinyin ? pinyin(run).join(' ') : '';
  }
  if (KANA.test(run)) {
    return romaji ? romaji(run) : '';
  }
  return latin ? latin(run) : run;
}

function clean(text) {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{M}'’‘ʼ]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function cut(slug, maximum) {
  if (slug.length <= maximum) {
    return slug;
  }
  const end = slug.lastIndexOf('-', maximum);
  return slug.slice(0, end > 0 ? end : maximum);
}
