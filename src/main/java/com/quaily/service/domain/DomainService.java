package com.quaily.service.domain;

import com.quaily.dao.DomainDao;
import com.quaily.database.DuplicateKeyException;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.DomainState;
import com.quaily.model.channel.DomainStatus;
import com.quaily.model.error.ConflictException;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.domain.DomainVerification.Expected;
import com.quaily.service.domain.DomainVerification.Look;
import com.quaily.service.validation.FieldValidator;
import java.net.IDN;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Custom domains. A domain is reserved for the channel that set it first: permanently once it is
 * verified, otherwise for some days. Readers are served there only while it is enabled and
 * verified.
 */
public final class DomainService {

  private static final Pattern HOST =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
  private static final int LONGEST_HOST = 253;

  private final Transactions transactions;
  private final DomainDao domainDao;
  private final ChannelAccess access;
  private final DomainVerification verification;
  private final PageChangeLog pageJobs;
  private final SiteNames siteNames;
  private final Clock clock;

  public DomainService(
      Transactions transactions,
      DomainDao domainDao,
      ChannelAccess access,
      DomainVerification verification,
      PageChangeLog pageJobs,
      SiteNames siteNames,
      Clock clock) {
    this.transactions = transactions;
    this.domainDao = domainDao;
    this.access = access;
    this.verification = verification;
    this.pageJobs = pageJobs;
    this.siteNames = siteNames;
    this.clock = clock;
  }

  /**
   * Domain settings in a request; null means not given.
   *
   * @param wanted whether to serve the channel there
   * @param domain empty removes it
   * @param canonicalBase base URL of canonical links; empty = the domain, else the site
   */
  public record DomainInput(Boolean wanted, String domain, String canonicalBase) {}

  /**
   * The result of a check.
   *
   * @param expected the required DNS records
   * @param look the records found
   */
  public record DomainCheck(Channel channel, Expected expected, Look look) {}

  /** Saves the given values. Queues updates of all pages of the channel. */
  public Channel update(Caller caller, String list, DomainInput input) {
    Channel channel = access.requireOwner(caller, list);
    String domain = input.domain() == null ? channel.domain() : checkDomain(input.domain());
    String base =
        input.canonicalBase() == null ? channel.canonicalBase() : checkBase(input.canonicalBase());
    boolean wanted = input.wanted() == null ? channel.domainWanted() : input.wanted();
    try {
      return transactions.inTransaction(() -> save(channel, wanted, domain, base, false));
    } catch (DuplicateKeyException e) {
      return takeOver(channel, wanted, domain, base);
    }
  }

  /** A proven owner of the domain does not wait for a channel that has no proof. */
  private Channel takeOver(Channel channel, boolean wanted, String domain, String base) {
    ConflictException taken = taken(channel, domain);
    if (!verification.isProven(channel.id(), domain)) {
      throw taken;
    }
    try {
      return transactions.inTransaction(() -> save(channel, wanted, domain, base, true));
    } catch (DuplicateKeyException e) {
      throw taken;
    }
  }

  private ConflictException taken(Channel channel, String domain) {
    Expected expected = verification.expected(channel.id(), domain);
    return new ConflictException(
        ErrorCode.DOMAIN_TAKEN,
        "domain: another channel has “%s”. Unless it is verified there, you can have it with a TXT record %s with the value %s."
            .formatted(domain, expected.textName(), expected.text()));
  }

  private Channel save(
      Channel channel, boolean wanted, String domain, String base, boolean proven) {
    Instant now = clock.instant();
    if (!domain.equals(channel.domain())) {
      domainDao.releaseDomain(domain, proven, now);
      boolean none = domain.isEmpty();
      domainDao.resetDomainCheck(
          channel.id(),
          none ? null : now.plus(DomainState.KEPT),
          none ? null : now.plus(DomainState.FIRST_PAUSE));
    }
    domainDao.updateDomain(channel.id(), wanted && !domain.isEmpty(), domain, base, now);
    pageJobs.channelChanged(channel.id());
    return access.find(channel.id());
  }

  private String checkDomain(String text) {
    String line = FieldValidator.line("domain", text, LONGEST_HOST).toLowerCase(Locale.ROOT);
    if (line.isEmpty()) {
      return line;
    }
    String domain = ascii(line);
    if (!HOST.matcher(domain).matches() || domain.length() > LONGEST_HOST) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "domain", "must be a host name such as letters.example.com");
    }
    if (siteNames.include(domain)) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, "domain", "is a name of the site itself");
    }
    return domain;
  }

  /** Internationalized names in ASCII form, as browsers request them. */
  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String checkBase(String text) {
    String base = FieldValidator.url("canonical_base", text, Limits.URL);
    if (base.isEmpty()) {
      return base;
    }
    boolean plain =
        !base.startsWith("/")
            && URI.create(base).getRawQuery() == null
            && URI.create(base).getRawFragment() == null
            && URI.create(base).getRawUserInfo() == null;
    if (!plain) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "canonical_base",
          "must be like https://letters.example.com, without a query");
    }
    return base;
  }

  /**
   * The DNS records to set for the channel's domain; looks up nothing about the domain itself.
   *
   * @throws InvalidException when the channel has no domain
   */
  public DomainCheck records(Caller caller, String list) {
    Channel channel = requireDomain(access.requireOwner(caller, list));
    boolean proven = domainDao.select(channel.id()).filter(DomainState::proven).isPresent();
    boolean verified = channel.domainStatus() == DomainStatus.VERIFIED;
    return new DomainCheck(
        channel,
        verification.expected(channel.id(), channel.domain()),
        new Look(verified, proven, List.of()));
  }

  /**
   * Checks whether the domain points here and belongs to the channel; if so, readers are served
   * there from now on.
   *
   * @throws InvalidException when the channel has no domain
   * @throws com.quaily.model.error.UnavailableException when the DNS lookup fails
   */
  public DomainCheck verify(Caller caller, String list) {
    Channel channel = requireDomain(access.requireOwner(caller, list));
    DomainState seen = domainDao.select(channel.id()).orElseThrow();
    Look look = verification.look(seen);
    Expected expected = verification.expected(channel.id(), seen.domain());
    return transactions.inTransaction(
        () -> {
          // Unless the domain has changed in the meantime.
          domainDao
              .selectForUpdate(channel.id())
              .filter(before -> before.domain().equals(seen.domain()))
              .ifPresent(before -> note(before, look));
          return new DomainCheck(access.find(channel.id()), expected, look);
        });
  }

  private static Channel requireDomain(Channel channel) {
    if (channel.domain().isEmpty()) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "domain", "set a domain first");
    }
    return channel;
  }

  private void note(DomainState before, Look look) {
    Instant now = clock.instant();
    DomainState after = look.isGood() ? before.verified(now) : before.failed(now);
    domainDao.update(after);
    if (after.status() != before.status()) {
      pageJobs.channelChanged(after.channelId());
    }
  }
}
