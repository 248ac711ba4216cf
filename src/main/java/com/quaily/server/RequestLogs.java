package com.quaily.server;

import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.AsyncRequestLogWriter;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Slf4jRequestLogWriter;

/**
 * The request log, one line per request:
 *
 * <pre>
 * [2026-05-04T09:30:00.123Z] 192.0.2.7 GET /letters/p/hello HTTP/2.0 200 7312 412 01HX… "https://…"
 * </pre>
 *
 * The time of arrival (UTC), the client, method, path, protocol, status, bytes sent with headers,
 * microseconds until the response was complete, the request id, the referrer. Queries and the
 * tokens of exports are omitted on purpose: links contain secrets.
 */
final class RequestLogs {

  private static final String FORMAT =
      "%{yyyy-MM-dd'T'HH:mm:ss.SSS'Z'|UTC}t %{client}a %m %U %H %s %O %{us}T"
          + " %{X-Request-Id}o \"%{Referer}i\"";

  /** Links to exports have their token in the path. */
  private static final Pattern SECRET_PATH =
      Pattern.compile("^(\\S+ \\S+ \\S+ \\S*/exports/)[^/ ]+");

  private static final Pattern REFERRER_QUERY = Pattern.compile("(\"[^\"?#]*)[?#][^\"]*\"$");

  private static final String LOGGER = "com.quaily.requests";
  private static final int RETAIN_DAYS = 14;

  private RequestLogs() {}

  static Optional<RequestLog> create(ServerSettings.RequestLogTarget target) {
    if (!target.enabled()) {
      return Optional.empty();
    }
    return Optional.of(new DiscreetLog(writer(target)));
  }

  /** The line without tokens in paths and without the referring page's query. */
  static String withoutSecrets(String line) {
    String path = SECRET_PATH.matcher(line).replaceFirst("$1…");
    return REFERRER_QUERY.matcher(path).replaceFirst("$1\"");
  }

  private static RequestLog.Writer writer(ServerSettings.RequestLogTarget target) {
    if (target.file().isEmpty()) {
      Slf4jRequestLogWriter writer = new Slf4jRequestLogWriter();
      writer.setLoggerName(LOGGER);
      return writer;
    }
    AsyncRequestLogWriter writer = new AsyncRequestLogWriter(target.file().get().toString());
    writer.setAppend(true);
    writer.setRetainDays(RETAIN_DAYS);
    writer.setTimeZone("UTC");
    return writer;
  }

  /** Starts and stops its writer. */
  private static final class DiscreetLog extends CustomRequestLog {

    DiscreetLog(RequestLog.Writer writer) {
      super(line -> writer.write(withoutSecrets(line)), FORMAT);
      installBean(writer);
    }
  }
}
