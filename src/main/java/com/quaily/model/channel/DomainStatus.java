package com.quaily.model.channel;

/** Whether a channel's own domain was found to lead here. The wire shows the ordinal. */
public enum DomainStatus {
  /** Not looked at since it was set. */
  UNCHECKED,
  VERIFIED,
  /** The last look found it leading elsewhere, or nowhere. */
  FAILED
}
