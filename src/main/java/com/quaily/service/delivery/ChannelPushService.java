package com.quaily.service.delivery;

import com.quaily.dao.ChannelSettingsDao;
import com.quaily.model.Caller;
import com.quaily.model.JsonText;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.ChannelPush;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.crypto.SecretBox;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where a channel's posts are pushed besides email. Secrets are never returned. */
public final class ChannelPushService {

  private static final Set<String> SECRETS =
      Set.of(
          "telegram_bot_token",
          "discord_bot_token",
          "line_channel_secret",
          "twitter_access_token",
          "bluesky_password",
          "slack_access_token");

  private static final int KEY_BITS = 2048;

  private final ChannelSettingsDao settingsDao;
  private final ChannelAccess access;
  private final SecretBox secretBox;
  private final Clock clock;

  public ChannelPushService(
      ChannelSettingsDao settingsDao, ChannelAccess access, SecretBox secretBox, Clock clock) {
    this.settingsDao = settingsDao;
    this.access = access;
    this.secretBox = secretBox;
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
   */
  public ChannelPush update(Caller caller, String list, Map<String, Object> values) {
    Channel channel = access.requireOwner(caller, list);
    Map<String, Object> settings = new HashMap<>();
    Map<String, Object> secrets = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (SECRETS.contains(name)) {
            String secret = FieldValidator.line(name, (String) value, Limits.URL);
            secrets.put(
                name, secret.isEmpty() ? "" : secretBox.seal(context(channel, name), secret));
          } else {
            settings.put(name, value instanceof String text ? check(name, text) : value);
          }
        });
    return settingsDao.upsertPush(channel.id(), settings, secrets, clock.instant());
  }

  private static String check(String name, String text) {
    return name.endsWith("_url")
        ? FieldValidator.url(name, text, Limits.URL)
        : FieldValidator.line(name, text, Limits.TITLE);
  }

  /** The encryption context of a secret; it cannot be decrypted elsewhere. */
  private static String context(Channel channel, String name) {
    return "channel:" + channel.id() + ":" + name;
  }

  /** A secret for delivery; empty when the owner set none. */
  public Optional<String> secret(Channel channel, String name) {
    return settingsDao
        .selectPush(channel.id())
        .map(push -> push.secrets().get(name))
        .map(Object::toString)
        .filter(kept -> !kept.isEmpty())
        .map(kept -> secretBox.open(context(channel, name), kept));
  }

  /** Creates a new key pair; the owner registers the public key at LINE. */
  public ChannelPush createLineKeys(Caller caller, String list) {
    Channel channel = access.requireOwner(caller, list);
    KeyPair pair = newKeyPair();
    String secret =
        secretBox.seal(
            context(channel, ChannelPush.LINE_PRIVATE_KEY),
            Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    return settingsDao.upsertPush(
        channel.id(),
        Map.of(ChannelPush.LINE_PUBLIC_KEY, publicKey((RSAPublicKey) pair.getPublic())),
        Map.of(ChannelPush.LINE_PRIVATE_KEY, secret),
        clock.instant());
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
