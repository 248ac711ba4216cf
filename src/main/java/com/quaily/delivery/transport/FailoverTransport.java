package com.quaily.delivery.transport;

import com.quaily.delivery.transport.Handover.Outcome;
import com.quaily.model.delivery.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several transports in order of preference: the first that works gets the email. One that does not
 * work is left alone for a while. An email that may have been accepted is never given to another.
 */
public final class FailoverTransport implements MailTransport {

  /** How long a transport that does not work is left alone. */
  public static final Duration REST = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(FailoverTransport.class);

  private final List<MailTransport> transports;
  private final Clock clock;
  private final Map<String, Instant> resting = new ConcurrentHashMap<>();

  public FailoverTransport(List<MailTransport> transports, Clock clock) {
    this.transports = List.copyOf(transports);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "transports";
  }

  @Override
  public Handover send(Envelope mail) {
    Handover last =
        new Handover(
            Outcome.UNAVAILABLE, Fault.CONNECTION_FAILURE, "no mail server can be used now", "");
    for (MailTransport transport : transports) {
      if (isResting(transport)) {
        continue;
      }
      last = transport.send(mail);
      if (last.outcome() != Outcome.UNAVAILABLE) {
        return last;
      }
      LOG.warn("mail server {} is not used for a while: {}", transport.name(), last.reply());
      resting.put(transport.name(), clock.instant().plus(REST));
    }
    return last;
  }

  private boolean isResting(MailTransport transport) {
    Instant until = resting.get(transport.name());
    return until != null && clock.instant().isBefore(until);
  }

  @Override
  public void close() {
    transports.forEach(MailTransport::close);
  }
}
