package com.quaily.model.ai;

import java.time.Instant;

/**
 * The key of another service. A cap of 0 means no cap.
 *
 * @param microsADay in millionths of the operator's currency
 */
public record AiKey(
    long id,
    String name,
    String masked,
    int callsAMinute,
    long tokensADay,
    long tokensAMonth,
    long microsADay,
    long microsAMonth,
    Instant createdAt) {

  /** Its name as the caller of tasks. */
  public String caller() {
    return "key:" + id;
  }
}
