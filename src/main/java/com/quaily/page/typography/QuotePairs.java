package com.quaily.page.typography;

/** Decides which way the quotes of one paragraph turn, and which are not quotes. */
final class QuotePairs {

  private boolean doubleOpen;
  private boolean singleOpen;

  /** The straight quote that ends the value of an attribute, as in HTML or a shell; 0 = none. */
  private char endOfAttribute;

  char doubleQuote(char previous, char next) {
    if (isOfAttribute('"', previous)) {
      return '"';
    }
    boolean spaceFollows = SmartPunctuation.isSpace(next);
    boolean opens = opensAfter(previous) || (!doubleOpen && isInside(previous, next));
    if (opens && !spaceFollows) {
      doubleOpen = true;
      return '“';
    }
    boolean inches = Character.isDigit(previous) && !doubleOpen;
    if (inches || SmartPunctuation.isSpace(previous)) {
      return '"';
    }
    doubleOpen = false;
    return '”';
  }

  char singleQuote(char previous, char next) {
    boolean feet = Character.isDigit(previous) && !Character.isLetter(next) && !singleOpen;
    if (isOfAttribute('\'', previous) || feet) {
      return '\'';
    }
    boolean spaceFollows = SmartPunctuation.isSpace(next);
    if (opensAfter(previous)) {
      singleOpen |= !spaceFollows;
      return spaceFollows ? '\'' : '‘';
    }
    singleOpen &= Character.isLetterOrDigit(next);
    return '’';
  }

  /** Whether the quote stands around or inside an attribute's value. */
  private boolean isOfAttribute(char quote, char previous) {
    if (endOfAttribute == 0) {
      endOfAttribute = previous == '=' ? quote : 0;
      return endOfAttribute != 0;
    }
    endOfAttribute = endOfAttribute == quote ? 0 : endOfAttribute;
    return true;
  }

  /** Whether a quote after this character begins something. */
  static boolean opensAfter(char previous) {
    return SmartPunctuation.isSpace(previous) || "([{<-–—/“‘¿¡".indexOf(previous) >= 0;
  }

  private static boolean isInside(char previous, char next) {
    return Character.isLetter(previous) && Character.isLetter(next);
  }
}
