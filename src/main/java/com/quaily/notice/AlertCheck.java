package com.quaily.notice;

import java.util.List;
import java.util.function.Supplier;

/**
 * Looks for one kind of fault.
 *
 * @param prefix with which the topics of its faults start, and those of no other check
 * @param look the faults that there are at the moment
 */
public record AlertCheck(String prefix, Supplier<List<Fault>> look) {

  /**
   * Something that is wrong.
   *
   * @param topic starts with the check's prefix; names the fault in the database
   */
  public record Fault(String topic, String subject, String text) {}
}
