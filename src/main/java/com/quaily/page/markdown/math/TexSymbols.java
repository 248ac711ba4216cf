package com.quaily.page.markdown.math;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** TeX commands for a single sign or word, from tex-symbols.txt. */
final class TexSymbols {
  private static final Map<String, Symbol> SYMBOLS = read();

  private TexSymbols() {}

  /** The role of a sign in a formula. */
  enum Kind {
    LETTER,
    UPRIGHT,
    OPERATOR,
    DELIMITER,
    SUM,
    INTEGRAL,
    FUNCTION,
    LIMIT,
    ACCENT,
    UNDERACCENT
  }

  /** A sign and its role. */
  record Symbol(Kind kind, String sign) {}

  /**
   * @param command the name without its backslash
   */
  static Optional<Symbol> find(String command) {
    return Optional.ofNullable(SYMBOLS.get(command));
  }

  private static Map<String, Symbol> read() {
    Map<String, Symbol> symbols = new HashMap<>();
    InputStream stream = TexSymbols.class.getResourceAsStream("tex-symbols.txt");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(stream, "tex-symbols.txt"), StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 3))
          .forEach(
              row ->
                  symbols.put(
                      row[1], new Symbol(Kind.valueOf(row[0].toUpperCase(Locale.ROOT)), row[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(symbols);
  }
}
