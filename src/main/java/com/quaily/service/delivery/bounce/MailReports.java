package com.quaily.service.delivery.bounce;

import com.quaily.delivery.bounce.MailEvent;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.UnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Takes reports about emails that providers send over HTTP. The same report again is harmless. */
public final class MailReports {

  private final Optional<SnsReports> ses;
  private final Map<String, WebhookReports> sources;
  private final Consumer<MailEvent> handler;

  /**
   * @param ses empty = no topic is configured
   * @param sources what else is configured
   */
  public MailReports(
      Optional<SnsReports> ses, List<WebhookReports> sources, Consumer<MailEvent> handler) {
    this.ses = ses;
    this.sources =
        sources.stream().collect(Collectors.toUnmodifiableMap(WebhookReports::name, s -> s));
    this.handler = handler;
  }

  /**
   * Takes a message of Amazon SNS.
   *
   * @throws NotFoundException when no topic is configured
   * @throws ForbiddenException when it is not of the configured topic, or not signed by SNS
   * @throws UnavailableException when SNS cannot be asked for its certificate
   */
  public void takeFromSns(byte[] body) {
    ses.orElseThrow(MailReports::unknown).read(body).forEach(handler);
  }

  /**
   * Takes what a configured provider sends.
   *
   * @param headers the value of a header by its name; null = there is none
   * @throws NotFoundException when there is no such provider
   * @throws ForbiddenException when the signature is missing or wrong
   */
  public void take(String name, byte[] body, UnaryOperator<String> headers) {
    WebhookReports source = sources.get(name);
    if (source == null) {
      throw unknown();
    }
    source.read(body, headers).forEach(handler);
  }

  private static NotFoundException unknown() {
    return new NotFoundException(ErrorCode.MAIL_REPORTER_NOT_FOUND);
  }
}
