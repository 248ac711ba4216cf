package com.quaily.service.delivery;

import com.quaily.dao.ChannelSettingsDao;
import com.quaily.model.Caller;
import com.quaily.model.JsonText;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.ChannelPush;
import com.quaily.model.delivery.SocialService;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.UnavailableException;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.delivery.social.SocialAccount;
import com.quaily.service.delivery.social.SocialAccounts;
import com.quaily.service.delivery.social.SocialChannels;
import com.quaily.service.validation.FieldValidator;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a channel's posts are pushed besides email. Secrets are never returned. Settings of a
 * service that is switched on are saved only if the service accepts them.
 */
public final class ChannelPushService {

  /** What readers see; no service is asked about it. */
  private static final Set<String> SHOWN =
      Set.of(
          "telegram_channel_url",
          "discord_channel_invite_url",
          "line_channel_url",
          "line_channel_basic_id",
          "line_test_user_id",
          "twitter_account_url",
          "bluesky_profile_url",
          "slack_channel_name",
          "slack_channel_invite_url",
          "mastodon_profile_url");

  private static final int KEY_BITS = 2048;

  private final ChannelSettingsDao settingsDao;
  private final ChannelAccess access;
  private final SocialAccounts accounts;
  private final SocialChannels socialChannels;
  private final Clock clock;

  public ChannelPushService(
      ChannelSettingsDao settingsDao,
      ChannelAccess access,
      SocialAccounts accounts,
      SocialChannels socialChannels,
      Clock clock) {
    this.settingsDao = settingsDao;
    this.access = access;
    this.accounts = accounts;
    this.socialChannels = socialChannels;
    this.clock = clock;
  }

  /** The settings for one of the channel's writers. */
  public ChannelPush get(Caller caller, String list) {
    Channel channel = access.requireWriter(caller, list);
    Instant now = clock.instant();
    return settingsDao
        .selectPush(channel.id())
        .orElseGet(() -> new ChannelPush(0, channel.id(), Map.of(), Map.of(), now, now));
  }

  /**
   * Saves the given values.
   *
   * @param values booleans, texts and URLs by wire name; an empty secret is removed
   * @throws InvalidException also when a service does not accept them, with its own error code
   * @throws UnavailableException when a service cannot be asked
   */
  public ChannelPush update(Caller caller, String list, Map<String, Object> values) {
    Channel channel = access.requireOwner(caller, list);
    Map<String, Object> settings = new HashMap<>();
    Map<String, String> secrets = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (ChannelPush.SECRETS.contains(name)) {
            secrets.put(name, FieldValidator.line(name, (String) value, Limits.URL));
          } else {
            settings.put(name, value instanceof String text ? check(name, text) : value);
          }
        });
    endOldSessions(settings, secrets);
    SocialAccount before = accounts.load(channel.id());
    SocialAccount after = before.with(settings, secrets);
    for (SocialService service : SocialService.values()) {
      if (after.isOn(service.enabledSetting()) && isAffected(service, before, after, values)) {
        settings.putAll(socialChannels.verify(after, service));
      }
    }
    return accounts.save(channel.id(), settings, secrets);
  }

  /** Tokens that were entered replace those of a connected account. */
  private static void endOldSessions(Map<String, Object> settings, Map<String, String> secrets) {
    for (String service : List.of("twitter", "slack")) {
      if (secrets.containsKey(service + "_access_token")) {
        secrets.put(service + "_refresh_token", "");
        settings.put(service + "_token_expired_at", "");
        settings.put(service + "_token_id", "");
      }
    }
    if (secrets.containsKey("bluesky_password")) {
      secrets.put("bluesky_session", "");
    }
  }

  /** Whether the connection changed, or has to be tried again. */
  private boolean isAffected(
      SocialService service,
      SocialAccount before,
      SocialAccount after,
      Map<String, Object> values) {
    List<String> names =
        values.keySet().stream()
            .filter(service::owns)
            .filter(name -> !SHOWN.contains(name))
            .toList();
    boolean changed =
        names.stream()
            .anyMatch(
                name ->
                    !Objects.equals(before.settings().get(name), after.settings().get(name))
                        || !Objects.equals(before.secrets().get(name), after.secrets().get(name)));
    return changed || (!names.isEmpty() && socialChannels.isBroken(after, service));
  }

  private static String check(String name, String text) {
    return name.endsWith("_url")
        ? FieldValidator.url(name, text, Limits.URL)
        : FieldValidator.line(name, text, Limits.TITLE);
  }

  /** Creates a new key pair; the owner registers the public key at LINE. */
  public ChannelPush createLineKeys(Caller caller, String list) {
    Channel channel = access.requireOwner(caller, list);
    KeyPair pair = newKeyPair();
    return accounts.save(
        channel.id(),
        Map.of(ChannelPush.LINE_PUBLIC_KEY, publicKey((RSAPublicKey) pair.getPublic())),
        Map.of(
            ChannelPush.LINE_PRIVATE_KEY,
            Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())));
  }

  private static KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  /** In the format that LINE requires: a JSON Web Key (RFC 7517). */
  private static String publicKey(RSAPublicKey key) {
    Map<String, String> jwk = new TreeMap<>();
    jwk.put("kty", "RSA");
    jwk.put("alg", "RS256");
    jwk.put("use", "sig");
    jwk.put("n", base64(key.getModulus()));
    jwk.put("e", base64(key.getPublicExponent()));
    return JsonText.write(jwk);
  }

  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
    byte[] magnitude = new byte[bytes.length - sign];
    System.arraycopy(bytes, sign, magnitude, 0, magnitude.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
  }
}
