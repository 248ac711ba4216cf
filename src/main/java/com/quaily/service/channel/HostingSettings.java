package com.quaily.service.channel;

import java.time.Duration;
import java.util.List;

/**
 * What the operator decides about channels.
 *
 * @param domainTarget the host that the CNAME of a channel's own domain names
 * @param domainAddresses the addresses that such a domain may lead to instead; empty = those that
 *     the target has
 * @param dnsServer host and port of the server that is asked; empty = the machine's own
 * @param secretsKey 32 bytes in Base64 that channels' secrets are sealed with; empty = they are
 *     kept as they are
 * @param deletionGrace how long a deletion can be taken back after it was confirmed
 * @param exportValidity how long an export can be fetched
 */
public record HostingSettings(
    String domainTarget,
    List<String> domainAddresses,
    String dnsServer,
    String secretsKey,
    Duration deletionGrace,
    Duration exportValidity) {

  /** Tells everything but the key. */
  @Override
  public String toString() {
    return "domains point to "
        + domainTarget
        + (domainAddresses.isEmpty() ? "" : " or " + domainAddresses)
        + ", secrets "
        + (secretsKey.isEmpty() ? "as they are" : "sealed")
        + ", deleted after "
        + deletionGrace
        + ", exports kept for "
        + exportValidity;
  }
}
