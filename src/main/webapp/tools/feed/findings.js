// The list of what was found in a feed, and the checks that all formats share.

import { absoluteAddress } from './values.js';

const ORDER = ['error', 'warning', 'advice'];

/** Collects findings: `{level, line, code, values}`; `code` names a text in strings.js. */
export class Findings {
  #all = [];

  error(line, code, values = {}) {
    this.#all.push({ level: 'error', line, code, values });
  }

  warning(line, code, values = {}) {
    this.#all.push({ level: 'warning', line, code, values });
  }

  advice(line, code, values = {}) {
    this.#all.push({ level: 'advice', line, code, values });
  }

  /** All findings by line, the graver first on the same line. */
  sorted() {
    return [...this.#all].sort(byLineAndLevel);
  }

  /** Reports an address that is not absolute. */
  address(line, name, value) {
    if (!absoluteAddress(value)) {
      this.error(line, 'notAbsolute', { name, value });
    }
  }

  /** Reports what is wrong with a date and returns it, or undefined. */
  date(line, name, value, parse, form) {
    const found = parse(value);
    if (!found) {
      this.error(line, 'badDate', { name, value, form });
      return undefined;
    }
    if (found.wrongWeekday) {
      this.warning(line, 'wrongWeekday', { name, value });
    }
    if (found.shortYear) {
      this.warning(line, 'shortYear', { name, value });
    }
    if (found.date.getTime() > Date.now() + 86_400_000) {
      this.warning(line, 'future', { name, value });
    }
    return found.date;
  }

  /** Reports entries that share an id. */
  uniqueIds(entries) {
    const seen = new Map();
    for (const { id, line } of entries) {
      if (!id) {
        continue;
      }
      if (seen.has(id)) {
        this.error(line, 'duplicateId', { id, first: seen.get(id) });
      } else {
        seen.set(id, line);
      }
    }
    if (entries.length === 0) {
      this.advice(1, 'noEntries');
    }
  }
}

function byLineAndLevel(one, other) {
  return one.line - other.line || ORDER.indexOf(one.level) - ORDER.indexOf(other.level);
}
