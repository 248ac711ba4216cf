package com.quaily.service.search;

import com.ibm.icu.text.Transliterator;

/**
 * Converts traditional to simplified characters. ICU's table is read once into an array, because
 * transliterating a whole text takes longer than the rest of the indexing.
 */
final class Simplified {

  private static final int FIRST = 0x3400;
  private static final int LAST = 0x9fff;

  private Simplified() {}

  /** The text with all characters in simplified form. */
  static String of(String text) {
    char[] characters = null;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character < FIRST || character > LAST) {
        continue;
      }
      char form = Table.FORMS[character - FIRST];
      if (form != character) {
        if (characters == null) {
          characters = text.toCharArray();
        }
        characters[i] = form;
      }
    }
    return characters == null ? text : new String(characters);
  }

  /** Built on first use: many instances never need it. */
  private static final class Table {

    static final char[] FORMS = read();

    private static char[] read() {
      Transliterator rules = Transliterator.getInstance("Traditional-Simplified");
      char[] forms = new char[LAST - FIRST + 1];
      for (int i = 0; i < forms.length; i++) {
        char character = (char) (FIRST + i);
        String form = rules.transliterate(String.valueOf(character));
        forms[i] = form.length() == 1 ? form.charAt(0) : character;
      }
      return forms;
    }
  }
}
