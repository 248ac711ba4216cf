// Counts of a text. Scripts without spaces between words are counted by character.

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\u3005]/u;
const CJK_ALL = new RegExp(CJK.source, 'gu');
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.\-][\p{L}\p{M}\p{N}]+)*/gu;

/** Reading speeds to begin with: words, or characters, a minute, in silent reading. */
export const usualSpeeds = { words: 240, japanese: 500, chinese: 400 };

/**
 * Counts a text.
 *
 * @param text any text, also empty
 * @param tag BCP 47 language tag whose rules for sentences apply
 * @returns whole numbers: characters as a reader sees them, those that are not white space, words
 *     outside CJK, CJK characters, sentences, paragraphs, bytes in UTF-8; and whether CJK is Japanese
 */
export function countText(text, tag) {
  const characters = segments(text, 'grapheme', tag);
  return {
    characters: characters.length,
    visible: characters.filter((character) => character.trim() !== '').length,
    words: countWords(text),
    cjk: (text.match(CJK_ALL) ?? []).length,
    japanese: KANA.test(text),
    sentences: segments(text, 'sentence', tag).filter((part) => /[\p{L}\p{N}]/u.test(part)).length,
    paragraphs: text.split(/\n\s*\n/).filter((part) => part.trim() !== '').length,
    bytes: new TextEncoder().encode(text).length,
  };
}

/** Reading time in whole seconds; at least one as soon as there is anything to read. */
export function readingSeconds(counts, speeds) {
  const cjkSpeed = counts.japanese ? speeds.japanese : speeds.chinese;
  const minutes = counts.words / speeds.words + counts.cjk / cjkSpeed;
  return minutes === 0 ? 0 : Math.max(1, Math.round(minutes * 60));
}

/** Words outside CJK. A hyphen, apostrophe or point inside a word does not end it. */
function countWords(text) {
  return (text.replace(CJK_ALL, ' ').match(WORD) ?? []).length;
}

function segments(text, granularity, tag) {
  if (typeof Intl.Segmenter !== 'function') {
    return granularity === 'grapheme' ? [...text] : text.split(/(?<=[.!?。！？])\s*/u);
  }
  const segmenter = new Intl.Segmenter(tag, { granularity });
  return Array.from(segmenter.segment(text), (part) => part.segment);
}
