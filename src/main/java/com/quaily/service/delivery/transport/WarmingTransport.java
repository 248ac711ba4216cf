package com.quaily.service.delivery.transport;

import com.quaily.dao.TransportDayDao;
import com.quaily.delivery.transport.Envelope;
import com.quaily.delivery.transport.Handover;
import com.quaily.delivery.transport.Handover.Outcome;
import com.quaily.delivery.transport.MailTransport;
import com.quaily.delivery.transport.WarmUp;
import com.quaily.model.delivery.Fault;
import com.quaily.model.error.UnavailableException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * Gives a new transport a few emails on its first day and more on each day after it. What is beyond
 * the day's number goes to the next transport, or waits.
 */
final class WarmingTransport implements MailTransport {

  private final MailTransport transport;
  private final WarmUp warmUp;
  private final TransportDayDao dayDao;
  private final Clock clock;

  WarmingTransport(MailTransport transport, WarmUp warmUp, TransportDayDao dayDao, Clock clock) {
    this.transport = transport;
    this.warmUp = warmUp;
    this.dayDao = dayDao;
    this.clock = clock;
  }

  @Override
  public String name() {
    return transport.name();
  }

  @Override
  public Handover send(Envelope mail) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    OptionalLong most = warmUp.most(today);
    if (most.isEmpty()) {
      return transport.send(mail);
    }
    try {
      return dayDao.take(name(), today, most.getAsLong()) > 0
          ? transport.send(mail)
          : unavailable(
              Fault.TEMPORARY_DEFERRED,
              "%s warms up: it took its %d emails of today and waits until %s"
                  .formatted(
                      name(),
                      most.getAsLong(),
                      today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    } catch (UnavailableException e) {
      return unavailable(Fault.SYSTEM_ERROR, e.getMessage());
    }
  }

  private Handover unavailable(Fault fault, String reply) {
    return new Handover(Outcome.UNAVAILABLE, fault, reply, name());
  }

  @Override
  public void close() {
    transport.close();
  }
}
