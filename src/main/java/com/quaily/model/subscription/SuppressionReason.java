package com.quaily.model.subscription;

/** Why only an address's owner can subscribe it again. */
public enum SuppressionReason {
  UNSUBSCRIBED,
  BOUNCED,
  COMPLAINED
}
