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
import java.util.Optional;
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
    return most.isEmpty()
        ? transport.send(mail)
        : refusal(today, most.getAsLong()).orElseGet(() -> transport.send(mail));
  }

  /** Takes one of the day's emails; why there is none to take, otherwise. */
  private Optional<Handover> refusal(LocalDate today, long most) {
    try {
      return dayDao.take(name(), today, most) > 0
          ? Optional.empty()
          : unavailable(
              Fault.TEMPORARY_DEFERRED,
              "%s is warming up: it has taken its %d emails for today and waits until %s"
                  .formatted(
                      name(), most, today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    } catch (UnavailableException e) {
      return unavailable(Fault.SYSTEM_ERROR, e.getMessage());
    }
  }

  private Optional<Handover> unavailable(Fault fault, String reply) {
    return Optional.of(new Handover(Outcome.UNAVAILABLE, fault, reply, name()));
  }

  @Override
  public void close() {
    transport.close();
  }
}
