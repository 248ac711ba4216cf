package com.quaily.delivery.transport;

import com.quaily.delivery.DeliverySettings;
import com.quaily.delivery.DeliverySettings.Pace;
import com.quaily.delivery.mail.MailSettings;
import com.quaily.delivery.mail.Outbox;
import com.quaily.delivery.mail.SmtpServer;
import com.quaily.delivery.transport.SmtpTransport.Timeouts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Makes what sends posts, as the settings say. */
public final class MailTransports {

  private MailTransports() {}

  /**
   * The transports in order of preference.
   *
   * @param hostName the name that this program gives itself
   */
  public static MailTransport create(
      DeliverySettings delivery, MailSettings mail, Outbox outbox, String hostName, Clock clock) {
    List<String> urls = delivery.transports();
    if (urls.isEmpty() && mail.smtpUrl().isEmpty()) {
      return new OutboxTransport(outbox);
    }
    Pace pace = delivery.pace();
    Timeouts timeouts = new Timeouts(mail.timeout(), pace.commandTimeout(), pace.endTimeout());
    List<String> servers = urls.isEmpty() ? List.of(mail.smtpUrl()) : urls;
    return new FailoverTransport(
        servers.stream()
            .<MailTransport>map(url -> new SmtpTransport(SmtpServer.of(url), timeouts, hostName))
            .toList(),
        clock);
  }

  /**
   * The signature of emails; empty if none is set up.
   *
   * @param senderDomain the domain of the address that sends
   * @throws IllegalStateException when the key cannot be read
   */
  public static Optional<DkimSigner> signer(DeliverySettings delivery, String senderDomain) {
    return delivery
        .sender()
        .dkim()
        .map(
            dkim ->
                new DkimSigner(
                    dkim.domain().isEmpty() ? senderDomain : dkim.domain(),
                    dkim.selector(),
                    DkimKeys.read(dkim.key())));
  }
}
