package com.quaily.model.subscription;

/** Which subscribers to list, by their plans. */
public enum Plans {
  ANY,
  FREE,
  PAID
}
