package com.quaily.notice;

import com.quaily.model.Notice;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Posts {@code {"level", "subject", "text", "host"}} to an address, as the scripts do. */
public final class WebhookTransport implements NoticeTransport {

  private static final int SUCCESS = 2;
  private static final int CLASS = 100;

  private final URI target;
  private final String host;
  private final NoticePost post = new NoticePost();

  /**
   * @param host the name of this machine
   */
  public WebhookTransport(URI target, String host) {
    this.target = target;
    this.host = host;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public void deliver(NoticeMessage message) throws RefusedException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("level", level(message.level()));
    body.put("subject", message.subject());
    body.put("text", message.text());
    body.put("host", host);
    HttpResponse<String> answer = post.post(target, body);
    if (answer.statusCode() / CLASS != SUCCESS) {
      throw new RefusedException("status " + answer.statusCode(), retryAfter(answer).orElse(null));
    }
  }

  private static String level(Notice.Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  /** The header's form with seconds; dates are rare and ignored. */
  private static Optional<Duration> retryAfter(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }
}
