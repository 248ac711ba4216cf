package com.quaily.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Knows which stack traces were logged a moment ago. During an outage the same few are logged
 * thousands of times, and fill a disk. Thread-safe.
 */
final class RecentTraces {

  private static final long PAUSE_MILLIS = Duration.ofMinutes(1).toMillis();
  private static final int REMEMBERED = 500;

  private final Map<String, Long> loggedAt =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Whether this failure's stack trace is due; notes it if so. */
  synchronized boolean isDue(ILoggingEvent event) {
    String key = key(event);
    Long before = loggedAt.get(key);
    long now = event.getTimeStamp();
    if (before != null && now - before < PAUSE_MILLIS) {
      return false;
    }
    loggedAt.remove(key);
    loggedAt.put(key, now);
    return true;
  }

  /** The place and the kinds of the failures; their messages can differ each time. */
  private static String key(ILoggingEvent event) {
    StringBuilder key = new StringBuilder(event.getLoggerName());
    int depth = 0;
    for (IThrowableProxy failure = event.getThrowableProxy();
        failure != null && depth < 10;
        failure = failure.getCause()) {
      key.append('|').append(failure.getClassName());
      if (failure.getStackTraceElementProxyArray().length > 0) {
        key.append('@').append(failure.getStackTraceElementProxyArray()[0].getSTEAsString());
      }
      depth++;
    }
    return key.toString();
  }
}
