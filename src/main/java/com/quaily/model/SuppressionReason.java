package com.quaily.model;

/** Why nobody but an address's owner may subscribe it again. */
public enum SuppressionReason {
  UNSUBSCRIBED,
  BOUNCED,
  COMPLAINED
}
