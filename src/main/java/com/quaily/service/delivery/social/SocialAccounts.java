package com.quaily.service.delivery.social;

import com.quaily.dao.ChannelSettingsDao;
import com.quaily.model.delivery.ChannelPush;
import com.quaily.service.crypto.SecretBox;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Loads and stores channels' settings for services; secrets are encrypted in the database. */
public final class SocialAccounts {

  private final ChannelSettingsDao settingsDao;
  private final SecretBox secretBox;
  private final Clock clock;

  public SocialAccounts(ChannelSettingsDao settingsDao, SecretBox secretBox, Clock clock) {
    this.settingsDao = settingsDao;
    this.secretBox = secretBox;
    this.clock = clock;
  }

  /** The channel's settings; empty maps when nothing was set. */
  public SocialAccount load(long channelId) {
    Optional<ChannelPush> push = settingsDao.selectPush(channelId);
    Map<String, String> secrets = new HashMap<>();
    push.map(ChannelPush::secrets)
        .orElse(Map.of())
        .forEach(
            (name, stored) -> {
              if (!stored.toString().isEmpty()) {
                secrets.put(name, secretBox.open(context(channelId, name), stored.toString()));
              }
            });
    return new SocialAccount(channelId, push.map(ChannelPush::settings).orElse(Map.of()), secrets);
  }

  /**
   * Stores these values; others stay.
   *
   * @param secrets readable; an empty one is removed
   */
  public ChannelPush save(
      long channelId, Map<String, Object> settings, Map<String, String> secrets) {
    Map<String, Object> sealed = new HashMap<>();
    secrets.forEach(
        (name, secret) ->
            sealed.put(
                name, secret.isEmpty() ? "" : secretBox.seal(context(channelId, name), secret)));
    return settingsDao.upsertPush(channelId, settings, sealed, clock.instant());
  }

  /** The encryption context of a secret; it cannot be decrypted elsewhere. */
  private static String context(long channelId, String name) {
    return "channel:" + channelId + ":" + name;
  }
}
