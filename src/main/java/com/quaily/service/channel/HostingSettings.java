package com.quaily.service.channel;

import java.time.Duration;
import java.util.List;

/**
 * The operator's settings for channels.
 *
 * @param domainTarget the required CNAME target of custom domains
 * @param domainAddresses the addresses that a custom domain can point to instead; empty = those of
 *     the target
 * @param dnsServer host and port of the DNS server; empty = the system's
 * @param secretsKey 32 bytes in Base64 to encrypt channels' secrets; empty = stored unencrypted
 * @param deletionGrace how long a confirmed deletion can be canceled
 * @param exportValidity how long an export can be downloaded
 */
public record HostingSettings(
    String domainTarget,
    List<String> domainAddresses,
    String dnsServer,
    String secretsKey,
    Duration deletionGrace,
    Duration exportValidity) {

  /** Omits the key. */
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
