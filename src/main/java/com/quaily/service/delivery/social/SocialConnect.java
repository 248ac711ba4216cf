package com.quaily.service.delivery.social;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.SocialService;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.UnavailableException;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.crypto.Secrets;
import com.quaily.service.crypto.Signatures;
import com.quaily.service.validation.FieldValidator;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Connects an account of X or Slack by OAuth. The browser returns from the service to a page of the
 * dashboard, which submits code and state with the writer's own session. The state is signed and
 * names the writer and the channel, so that nobody can be made to connect their account elsewhere;
 * the code challenge (RFC 7636) binds the code to it.
 */
public final class SocialConnect {

  private static final String STATE = "social-connect";
  private static final String VERIFIER = "social-verifier";
  private static final int LONGEST = 500;
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final SocialClients clients;
  private final SocialAccounts accounts;
  private final SocialChannels channels;
  private final ChannelAccess access;
  private final Signatures signatures;
  private final Clock clock;

  public SocialConnect(
      SocialClients clients,
      SocialAccounts accounts,
      SocialChannels channels,
      ChannelAccess access,
      Signatures signatures,
      Clock clock) {
    this.clients = clients;
    this.accounts = accounts;
    this.channels = channels;
    this.access = access;
    this.signatures = signatures;
    this.clock = clock;
  }

  /**
   * The address that asks the writer for consent.
   *
   * @throws UnavailableException when the operator configured no application of this service
   */
  public String authorizationUrl(Caller caller, String list, String serviceName) {
    Channel channel = access.requireOwner(caller, list);
    OAuthEndpoint endpoint = endpoint(SocialChannels.service(serviceName));
    long end = clock.instant().plus(LIFE).getEpochSecond();
    String content =
        "%s.%d.%d.%d.%s"
            .formatted(
                endpoint.service().wireName(),
                channel.id(),
                caller.userId(),
                end,
                Secrets.newHex(8));
    String state = content + "." + signatures.sign(STATE, content);
    byte[] challenge = Secrets.hash(verifier(state));
    return endpoint.authorizationUrl(
        state, Base64.getUrlEncoder().withoutPadding().encodeToString(challenge));
  }

  private OAuthEndpoint endpoint(SocialService service) {
    return clients
        .endpoint(service)
        .orElseThrow(
            () ->
                new UnavailableException(
                    ErrorCode.NOT_CONFIGURED,
                    service.title() + " is not configured on this server."));
  }

  private String verifier(String state) {
    return signatures.sign(VERIFIER, state);
  }

  /**
   * Exchanges the code and stores the tokens; the service is switched on.
   *
   * @throws InvalidException when code or state are not those of this writer and service, or have
   *     expired
   */
  public Connected connect(Caller caller, String serviceName, String code, String state) {
    SocialService service = SocialChannels.service(serviceName);
    OAuthEndpoint endpoint = endpoint(service);
    String checkedCode = FieldValidator.requiredLine("code", code, LONGEST);
    String checkedState = FieldValidator.requiredLine("state", state, LONGEST);
    Channel channel =
        access.requireOwner(caller, String.valueOf(channelOf(caller, service, checkedState)));
    OAuthGrant grant = exchange(endpoint, checkedCode, verifier(checkedState));
    OAuthTokens tokens = clients.tokens(service);
    Map<String, Object> settings = new HashMap<>(tokens.settings(grant));
    settings.put(service.enabledSetting(), true);
    SocialAccount account = accounts.load(channel.id()).with(settings, tokens.secrets(grant));
    settings.putAll(channels.verify(account, service));
    accounts.save(channel.id(), settings, tokens.secrets(grant));
    return new Connected(channel.slug(), service);
  }

  private static OAuthGrant exchange(OAuthEndpoint endpoint, String code, String verifier) {
    try {
      return endpoint.exchange(code, verifier);
    } catch (SocialException e) {
      throw e.kind() == SocialException.Kind.WAIT
          ? new UnavailableException(
              ErrorCode.SOCIAL_UNAVAILABLE, endpoint.service().title() + ": " + e.getMessage())
          : refused(endpoint.service().title() + " answers: " + e.getMessage());
    }
  }

  private long channelOf(Caller caller, SocialService service, String state) {
    String[] parts = state.split("\\.", -1);
    int signed = state.lastIndexOf('.');
    boolean ours =
        parts.length == 6
            && Secrets.equal(signatures.sign(STATE, state.substring(0, signed)), parts[5])
            && parts[0].equals(service.wireName())
            && parts[2].equals(Long.toString(caller.userId()))
            && Long.parseLong(parts[3]) > clock.instant().getEpochSecond();
    if (!ours) {
      throw refused("it was begun by somebody else, or too long ago");
    }
    return Long.parseLong(parts[1]);
  }

  private static InvalidException refused(String reason) {
    return new InvalidException(
        ErrorCode.SOCIAL_CONNECT_REFUSED,
        ErrorCode.SOCIAL_CONNECT_REFUSED.message() + " " + reason);
  }

  /** What was connected. */
  public record Connected(String channel, SocialService service) {}
}
