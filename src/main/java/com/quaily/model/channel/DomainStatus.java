package com.quaily.model.channel;

/** Whether a custom domain points here. The ordinal is the wire value. */
public enum DomainStatus {
  /** Not checked since it was set. */
  UNCHECKED,
  VERIFIED,
  /** The last check found it pointing elsewhere, or nowhere. */
  FAILED
}
