package com.quaily.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.quaily.model.LogKeys;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes events as syslog messages (RFC 5424), with the numbers of request, user and channel as
 * structured data:
 *
 * <pre>
 * <28>1 2026-05-04T09:30:00.123000Z web-1 quaily 812 ErrorMapper [quaily@32473 request_id="01HX…"] …
 * </pre>
 */
final class SyslogFormat {

  /** System daemons. */
  private static final int FACILITY = 3;

  private static final int ERROR = 3;
  private static final int WARNING = 4;
  private static final int INFORMATIONAL = 6;
  private static final int DEBUG = 7;

  /** The number that RFC 5612 keeps for those who have none of their own. */
  private static final String ELEMENT = "quaily@32473";

  private static final List<String> DATA = List.of(LogKeys.REQUEST, LogKeys.USER, LogKeys.CHANNEL);
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_ID = 32;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String host;
  private final long process;
  private final LogLayout layout;

  SyslogFormat(String host, long process, LogLayout layout) {
    this.host = name(host, LONGEST_NAME);
    this.process = process;
    this.layout = layout;
  }

  /** The message without the framing of a stream. */
  byte[] format(ILoggingEvent event) {
    String logger = event.getLoggerName();
    StringBuilder line = new StringBuilder(200);
    line.append('<').append(FACILITY * 8 + severity(event.getLevel())).append(">1 ");
    TIME.formatTo(event.getInstant(), line);
    line.append(' ').append(host).append(" quaily ").append(process).append(' ');
    line.append(name(logger.substring(logger.lastIndexOf('.') + 1), LONGEST_ID)).append(' ');
    appendData(event, line);
    line.append(' ').append(layout.text(event));
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int severity(Level level) {
    if (level.isGreaterOrEqual(Level.ERROR)) {
      return ERROR;
    }
    if (level.isGreaterOrEqual(Level.WARN)) {
      return WARNING;
    }
    return level.isGreaterOrEqual(Level.INFO) ? INFORMATIONAL : DEBUG;
  }

  private static void appendData(ILoggingEvent event, StringBuilder line) {
    int start = line.length();
    for (String key : DATA) {
      String value = event.getMDCPropertyMap().get(key);
      if (value != null) {
        line.append(' ').append(key).append("=\"").append(escape(value)).append('"');
      }
    }
    if (line.length() == start) {
      line.append('-');
    } else {
      line.insert(start, "[" + ELEMENT).append(']');
    }
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("]", "\\]");
  }

  /** Printable ASCII without spaces; a hyphen when nothing is left. */
  private static String name(String text, int longest) {
    String printable = text.replaceAll("[^!-~]", "");
    String cut = printable.substring(0, Math.min(longest, printable.length()));
    return cut.isEmpty() ? "-" : cut;
  }
}
