package com.quaily.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import com.quaily.testing.TestInstance.Reply;

/** Assertions on error responses. */
public final class Refusals {

  private Refusals() {}

  public static void assertRefused(Reply reply, int status, ErrorCode code) {
    String body = reply.body().toString();
    assertEquals(status, reply.status(), body);
    assertEquals(code.number(), reply.code(), body);
    assertFalse(reply.body().get("message").textValue().isBlank(), body);
    assertTrue(reply.body().get("ts").isIntegralNumber(), body);
  }

  /**
   * @param field which the answer names; null = it names none
   */
  public static void assertRefused(Reply reply, int status, ErrorCode code, String field) {
    assertRefused(reply, status, code);
    assertEquals(field, reply.body().path("field").textValue(), reply.body().toString());
  }
}
