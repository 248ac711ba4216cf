package com.quaily.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a channel's owner sets beside what pages show of it.
 *
 * @param emailChannelEnabled whether posts are delivered by mail
 * @param emailDenyList addresses and domains that cannot subscribe, in lower case
 * @param domainWanted whether the owner wants the channel at its own domain; that it is shown there
 *     takes a verified one, see {@link Channel#customDomainEnabled()}
 * @param domainCheckExpiredAt until when an unverified domain is kept for this channel; null when
 *     there is none to keep
 * @param domainCheckCount how often the domain was looked at since it was set
 * @param push public settings of the services that posts are pushed to, by wire name
 */
public record ChannelSettings(
    long channelId,
    boolean emailChannelEnabled,
    List<String> emailDenyList,
    boolean domainWanted,
    DomainStatus domainStatus,
    Instant domainCheckExpiredAt,
    int domainCheckCount,
    Map<String, Object> push) {

  /** A public address at one of the services; empty when none. */
  public String pushUrl(String name) {
    return push.get(name) instanceof String url ? url : "";
  }
}
