package com.quaily.model.subscription;

/** Why nobody but an address's owner may subscribe it again. */
public enum SuppressionReason {
  UNSUBSCRIBED,
  BOUNCED,
  COMPLAINED
}
