package com.quaily.command.doctor;

import com.quaily.delivery.transport.TransportSettings;
import com.quaily.model.error.UnavailableException;
import com.quaily.service.delivery.transport.SesTransport;
import com.quaily.service.delivery.transport.SesTransport.Account;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The transports for the emails of posts, besides SMTP servers. */
final class TransportCheck implements Check {

  private final TransportSettings transport;
  private final Duration timeout;

  TransportCheck(TransportSettings transport, Duration timeout) {
    this.transport = transport;
    this.timeout = timeout;
  }

  @Override
  public List<Finding> look() {
    return transport.urls().stream()
        .filter(url -> !transport.smtpUrls().contains(url))
        .map(url -> url.startsWith("ses:") ? account(url) : provider(url))
        .toList();
  }

  private Finding account(String url) {
    try (SesTransport ses =
        SesTransport.create(URI.create(url).getHost(), transport.ses(), timeout, timeout)) {
      Account account = ses.account();
      if (!account.isEnabled()) {
        return Finding.fault(
            "ses", url + " does not send", "see the console of SES for the reason");
      }
      return account.isOpen()
          ? Finding.ok("ses", url + " accepts the keys and sends")
          : Finding.warning(
              "ses",
              url + " sends only to verified addresses",
              "ask for production access in the console of SES");
    } catch (UnavailableException e) {
      return Finding.fault("ses", url + ": " + Finding.reason(e), "correct delivery.ses");
    }
  }

  /** Only sending an email shows whether a provider accepts the key. */
  private static Finding provider(String url) {
    return Finding.ok("provider", url + " is set up; send a test of a post to try it");
  }
}
