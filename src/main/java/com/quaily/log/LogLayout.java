package com.quaily.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import com.quaily.model.LogKeys;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One line per event. Line breaks in messages and stack traces become " | ", so that every line is
 * one event. A stack trace that was logged within the last minute is not repeated. Logback's
 * pattern layout could do the same, but loads a hundred classes and slows down a cold start.
 */
final class LogLayout extends LayoutBase<ILoggingEvent> {

  private static final String BREAK = " | ";
  private static final Pattern LINE_END = Pattern.compile("[\\r\\n]+\\s*");

  private final RecentTraces traces = new RecentTraces();
  private final DateTimeFormatter time =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(160);
    time.formatTo(event.getInstant(), line);
    String level = event.getLevel().toString();
    line.append(' ').append(level).append(" ".repeat(Math.max(1, 6 - level.length())));
    line.append(simpleName(event.getLoggerName()));
    String request = event.getMDCPropertyMap().get(LogKeys.REQUEST);
    line.append(" [").append(request == null ? "-" : request).append("] ");
    return line.append(text(event)).append('\n').toString();
  }

  /** The message and, where it is due, the stack trace, on one line. */
  String text(ILoggingEvent event) {
    String message = oneLine(event.getFormattedMessage());
    IThrowableProxy failure = event.getThrowableProxy();
    if (failure == null) {
      return message;
    }
    return message
        + BREAK
        + (traces.isDue(event)
            ? oneLine(ThrowableProxyUtil.asString(failure))
            : oneLine(failure.getClassName() + ": " + failure.getMessage()));
  }

  private static String simpleName(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }

  private static String oneLine(String text) {
    boolean already = text == null || (text.indexOf('\n') < 0 && text.indexOf('\r') < 0);
    return already ? String.valueOf(text) : LINE_END.matcher(text).replaceAll(BREAK);
  }
}
