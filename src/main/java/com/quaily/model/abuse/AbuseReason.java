package com.quaily.model.abuse;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why something is reported. */
public enum AbuseReason {
  SPAM,
  FRAUD,
  VIOLENCE,
  SEXUAL,
  COPYRIGHT,
  PRIVACY,
  ILLEGAL,
  OTHER;

  /** The name for clients: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason with this name for clients. */
  public static Optional<AbuseReason> of(String wireName) {
    return Stream.of(values()).filter(reason -> reason.wireName().equals(wireName)).findFirst();
  }
}
