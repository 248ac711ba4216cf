package com.quaily.service.analytics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Detects bots by user agent, using the list in {@code bots.txt}. */
final class Bots {

  /** Opens of emails by programs that load all images. */
  static final String MAIL_PROGRAM = "mail program";

  /** Opens of emails by what looks for viruses. */
  static final String MAIL_SCANNER = "mail scanner";

  /** What Apple's mail programs say when they load the images of emails that nobody has opened. */
  private static final String PRIVACY_AGENT = "mozilla/5.0";

  private static final List<String> MAIL_PROXIES =
      List.of("googleimageproxy", "yahoomailproxy", "yahoo! mail proxy");

  private final Map<String, String> reasons;

  Bots() {
    try (InputStream list = Bots.class.getResourceAsStream("bots.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      reasons = read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(BufferedReader reader) throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    String reason = "";
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("[")) {
        reason = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        reasons.put(line.strip(), reason);
      }
    }
    return reasons;
  }

  /**
   * Why an invisible image of an email was loaded, when not certainly by a person: by a mail
   * program or provider that loads images by itself, or by a scanner of links.
   */
  Optional<String> mailReason(Visitor visitor) {
    String agent = visitor.userAgent().strip().toLowerCase(Locale.ROOT);
    if (agent.equals(PRIVACY_AGENT) || MAIL_PROXIES.stream().anyMatch(agent::contains)) {
      return Optional.of(MAIL_PROGRAM);
    }
    return reason(visitor).map(any -> MAIL_SCANNER);
  }

  /** Why the request counts as a bot; empty for a likely person. */
  Optional<String> reason(Visitor visitor) {
    if (visitor.prefetch()) {
      return Optional.of("prefetch");
    }
    if (visitor.userAgent().isBlank()) {
      return Optional.of("no user agent");
    }
    String agent = visitor.userAgent().toLowerCase(Locale.ROOT);
    return reasons.entrySet().stream()
        .filter(entry -> agent.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
