package com.quaily.delivery.transport;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/**
 * How many emails a new transport may take a day. Receivers distrust a server that nobody knows and
 * that suddenly sends much.
 *
 * @param transport its URL, without login
 * @param start the first day, of UTC
 * @param firstDay emails on the first day, 1 or more
 * @param factor by which each day's number exceeds the one before it, more than 1
 * @param until the number at which it ends
 */
public record WarmUp(String transport, LocalDate start, long firstDay, double factor, long until) {

  /** The most emails on a day; empty when it is over. Before the first day: as on it. */
  public OptionalLong most(LocalDate day) {
    long days = Math.max(0, ChronoUnit.DAYS.between(start, day));
    double most = Math.floor(firstDay * Math.pow(factor, days));
    return most >= until ? OptionalLong.empty() : OptionalLong.of((long) most);
  }
}
