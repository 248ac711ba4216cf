package com.quaily.service.domain;

import com.quaily.service.crypto.Secrets;
import com.quaily.service.crypto.Signatures;
import java.util.HexFormat;

/**
 * How a channel proves that a domain belongs to it: that a domain points here does not say whose it
 * is. Only who controls the domain's zone can set one of these records.
 */
public final class DomainOwnership {

  private static final String PURPOSE = "domain ownership";
  private static final String TEXT_LABEL = "_quaily.";
  private static final String TEXT_PREFIX = "quaily-verification=";
  private static final int LABEL_BYTES = 12;

  private final Signatures signatures;
  private final String target;

  /**
   * @param target the host or address that domains point to
   */
  public DomainOwnership(Signatures signatures, String target) {
    this.signatures = signatures;
    this.target = target;
  }

  /** The name of the TXT record of a domain. */
  String textName(String domain) {
    return TEXT_LABEL + domain;
  }

  /** The text that proves that a domain belongs to this channel. */
  String text(long channelId) {
    return TEXT_PREFIX + signatures.sign(PURPOSE, String.valueOf(channelId));
  }

  /**
   * A name that only this channel's domains are an alias of; empty when domains point to an
   * address.
   */
  String alias(long channelId) {
    if (DomainVerification.isAddress(target)) {
      return "";
    }
    byte[] hash = Secrets.hash(signatures.sign(PURPOSE, String.valueOf(channelId)));
    return "c" + HexFormat.of().formatHex(hash, 0, LABEL_BYTES) + "." + target;
  }
}
