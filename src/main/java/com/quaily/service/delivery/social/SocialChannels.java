package com.quaily.service.delivery.social;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.SocialConnection;
import com.quaily.model.delivery.SocialService;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.QuailyException;
import com.quaily.model.error.UnavailableException;
import com.quaily.service.channel.ChannelAccess;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks channels' settings with the services, and shows what state each service is in. */
public final class SocialChannels {

  private final SocialClients clients;
  private final SocialAccounts accounts;
  private final SocialConnections connections;
  private final SocialCards cards;
  private final ChannelAccess access;

  public SocialChannels(
      SocialClients clients,
      SocialAccounts accounts,
      SocialConnections connections,
      SocialCards cards,
      ChannelAccess access) {
    this.clients = clients;
    this.accounts = accounts;
    this.connections = connections;
    this.cards = cards;
    this.access = access;
  }

  /** The state of every service, for one of the channel's writers. */
  public List<ServiceState> states(Caller caller, String list) {
    Channel channel = access.requireWriter(caller, list);
    SocialAccount account = accounts.load(channel.id());
    Map<SocialService, SocialConnection> known = connections.of(channel.id());
    return Arrays.stream(SocialService.values())
        .map(
            service ->
                new ServiceState(
                    service,
                    account.isOn(service.enabledSetting()),
                    clients.of(service).isComplete(account),
                    clients.of(service).isOfferedBySite(),
                    Optional.ofNullable(known.get(service))))
        .toList();
  }

  /**
   * Asks a service whether it accepts settings that are about to be saved.
   *
   * @return what is known through its answer and is saved with them
   * @throws InvalidException with the service's own error code when it does not
   * @throws UnavailableException when the service cannot be asked
   */
  public Map<String, Object> verify(SocialAccount account, SocialService service) {
    SocialClient client = clients.of(service);
    requireComplete(client, account);
    try {
      SocialClient.Profile profile = client.verify(account);
      connections.verified(account.channelId(), service, profile.name());
      return profile.settings();
    } catch (SocialException e) {
      throw refusal(service, e);
    }
  }

  /** Whether the service refused the connection since it was saved last. */
  public boolean isBroken(SocialAccount account, SocialService service) {
    return connections.isBroken(account.channelId(), service);
  }

  private static void requireComplete(SocialClient client, SocialAccount account) {
    if (!client.isComplete(account)) {
      throw new InvalidException(
          ErrorCode.SOCIAL_INCOMPLETE, client.service().enabledSetting(), client.requirement());
    }
  }

  private static QuailyException refusal(SocialService service, SocialException e) {
    return switch (e.kind()) {
      case REFUSED, GONE, DISCONNECTED ->
          new InvalidException(service.refusal(), service.title() + " answers: " + e.getMessage());
      case WAIT, UNCERTAIN ->
          new UnavailableException(
              ErrorCode.SOCIAL_UNAVAILABLE, service.title() + ": " + e.getMessage());
    };
  }

  /**
   * Sends a test message.
   *
   * @return {@code deleted}, {@code posted} or {@code checked}: what was done
   * @throws InvalidException when the service does not accept it, or the settings are incomplete
   * @throws UnavailableException when the service gives no answer
   */
  public String test(Caller caller, String list, String serviceName) {
    Channel channel = access.requireOwner(caller, list);
    SocialService service = service(serviceName);
    SocialClient client = clients.of(service);
    SocialAccount account = accounts.load(channel.id());
    requireComplete(client, account);
    try {
      String done = client.test(account, cards.test(channel)).name();
      connections.worked(channel.id(), service);
      return done.toLowerCase(Locale.ROOT);
    } catch (SocialException e) {
      connections.failed(channel.id(), service, e);
      throw refusal(service, e);
    }
  }

  /**
   * The service with this wire name.
   *
   * @throws NotFoundException when there is none
   */
  static SocialService service(String name) {
    return SocialService.of(name)
        .orElseThrow(() -> new NotFoundException(ErrorCode.NO_SUCH_ENDPOINT));
  }

  /**
   * The state of a service.
   *
   * @param enabled whether the writer switched it on
   * @param complete whether all settings are there
   * @param offeredBySite whether the operator configured the site's own bot or application
   * @param connection what the service said last; empty when it was never asked
   */
  public record ServiceState(
      SocialService service,
      boolean enabled,
      boolean complete,
      boolean offeredBySite,
      Optional<SocialConnection> connection) {}
}
