package com.quaily.service.delivery.transport;

import com.quaily.dao.TransportDayDao;
import com.quaily.delivery.DeliverySettings;
import com.quaily.delivery.mail.MailSettings;
import com.quaily.delivery.mail.Outbox;
import com.quaily.delivery.mail.SmtpServer;
import com.quaily.delivery.transport.DkimKeys;
import com.quaily.delivery.transport.DkimSigner;
import com.quaily.delivery.transport.FailoverTransport;
import com.quaily.delivery.transport.HttpProvider;
import com.quaily.delivery.transport.MailTransport;
import com.quaily.delivery.transport.OutboxTransport;
import com.quaily.delivery.transport.SmtpTransport;
import com.quaily.delivery.transport.SmtpTransport.Timeouts;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Creates the transports that the settings describe. */
public final class MailTransports {

  private final DeliverySettings delivery;
  private final Timeouts timeouts;
  private final TransportDayDao dayDao;
  private final String hostName;
  private final Clock clock;

  private MailTransports(
      DeliverySettings delivery,
      MailSettings mail,
      TransportDayDao dayDao,
      String hostName,
      Clock clock) {
    this.delivery = delivery;
    this.timeouts =
        new Timeouts(
            mail.timeout(), delivery.pace().commandTimeout(), delivery.pace().endTimeout());
    this.dayDao = dayDao;
    this.hostName = hostName;
    this.clock = clock;
  }

  /**
   * The transports in order of preference.
   *
   * @param dayDao counts the emails of transports that warm up
   * @param hostName the name that this program gives itself
   */
  public static MailTransport create(
      DeliverySettings delivery,
      MailSettings mail,
      Outbox outbox,
      TransportDayDao dayDao,
      String hostName,
      Clock clock) {
    List<String> urls = delivery.transport().urls();
    if (urls.isEmpty() && mail.smtpUrl().isEmpty()) {
      return new OutboxTransport(outbox);
    }
    List<String> servers = urls.isEmpty() ? List.of(mail.smtpUrl()) : urls;
    MailTransports transports = new MailTransports(delivery, mail, dayDao, hostName, clock);
    return new FailoverTransport(
        servers.stream().map(transports::transport).map(transports::warming).toList(), clock);
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

  private MailTransport transport(String url) {
    String host = URI.create(url).getHost();
    return switch (URI.create(url).getScheme()) {
      case "ses" ->
          SesTransport.create(
              host, delivery.transport().ses(), timeouts.connect(), timeouts.command());
      case "provider" -> new HttpTransport(provider(host), timeouts.command(), clock);
      default -> new SmtpTransport(SmtpServer.of(url), timeouts, hostName);
    };
  }

  private MailTransport warming(MailTransport transport) {
    return delivery.transport().warmUps().stream()
        .filter(warmUp -> warmUp.transport().equals(transport.name()))
        .findFirst()
        .<MailTransport>map(warmUp -> new WarmingTransport(transport, warmUp, dayDao, clock))
        .orElse(transport);
  }

  private HttpProvider provider(String name) {
    return delivery.transport().providers().stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
