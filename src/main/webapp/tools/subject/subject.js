// What is worth saying about a subject line before it is sent.

/** About how many columns a mail program shows, in half-width columns: a CJK character takes two. */
export const room = { phone: 40, desktop: 70 };

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes, counting wide characters as two. */
export function columnsOf(text) {
  return Array.from(text).reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/** Keys of what to reconsider, in the order in which to say it. */
export function adviceFor(subject, preview) {
  const letters = subject.replace(/[^\p{L}]/gu, '');
  const shouting =
    letters.length >= 6 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  return [
    [subject.trim() === '', 'noSubject'],
    [columnsOf(subject) > room.desktop, 'cutEverywhere'],
    [columnsOf(subject) > room.phone && columnsOf(subject) <= room.desktop, 'cutOnPhones'],
    [shouting, 'shouting'],
    [/[!?！？]{2,}/u.test(subject), 'marks'],
    [/^\s*(re|fwd?|fw|回复|转发|返信|転送)\s*[:：]/iu.test(subject), 'falseReply'],
    [preview.trim() === '', 'noPreview'],
    [preview.trim() !== '' && preview.trim() === subject.trim(), 'samePreview'],
  ]
    .filter(([applies]) => applies)
    .map(([, key]) => key);
}
