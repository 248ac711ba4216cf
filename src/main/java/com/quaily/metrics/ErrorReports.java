package com.quaily.metrics;

import com.quaily.model.Build;
import com.quaily.model.LogKeys;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.MDC;

/**
 * Reports unexpected errors to Sentry, if it is configured. A report has the stack trace, the
 * version and the numbers that a log line has, and nothing of the request. Thread-safe.
 */
public final class ErrorReports implements AutoCloseable {

  private static final int FLUSH_MILLIS = 2_000;

  private final boolean enabled;

  /**
   * @param settings empty = nothing is reported
   */
  public ErrorReports(Optional<MetricsSettings.Sentry> settings) {
    enabled = settings.isPresent();
    settings.ifPresent(chosen -> Sentry.init(options -> configure(options, chosen)));
  }

  private static void configure(SentryOptions options, MetricsSettings.Sentry settings) {
    options.setDsn(settings.dsn());
    options.setEnvironment(settings.environment());
    options.setRelease("quaily@" + Build.current().version());
    options.setSendDefaultPii(false);
    options.setAttachServerName(true);
    options.setMaxBreadcrumbs(0);
    options.setEnableExternalConfiguration(false);
    options.setEnableUncaughtExceptionHandler(false);
    options.setEnableAutoSessionTracking(false);
    options.setEnableShutdownHook(false);
    options.setSendClientReports(false);
    options.setShutdownTimeoutMillis(FLUSH_MILLIS);
    options.setBeforeSend((event, hint) -> Scrubber.scrub(event));
  }

  /**
   * Reports an error once.
   *
   * @param place what failed, such as {@code api} or the name of a job
   */
  public void report(Throwable failure, String place) {
    if (!enabled) {
      return;
    }
    Map<String, String> context = MDC.getCopyOfContextMap();
    Sentry.captureException(
        failure,
        scope -> {
          scope.setTag("place", place);
          if (context != null) {
            tag(context, scope::setTag, LogKeys.REQUEST);
            tag(context, scope::setTag, LogKeys.USER);
            tag(context, scope::setTag, LogKeys.CHANNEL);
          }
        });
  }

  private static void tag(
      Map<String, String> context, BiConsumer<String, String> target, String key) {
    String value = context.get(key);
    if (value != null) {
      target.accept(key, value);
    }
  }

  /** Waits a moment for reports under way. */
  @Override
  public void close() {
    if (enabled) {
      Sentry.flush(FLUSH_MILLIS);
      Sentry.close();
    }
  }
}
