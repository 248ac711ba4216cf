package com.quaily.service.delivery.social;

import java.util.HashMap;
import java.util.Map;

/**
 * A channel's settings for all services, with secrets that are readable.
 *
 * @param settings by wire name
 * @param secrets by wire name
 */
public record SocialAccount(
    long channelId, Map<String, Object> settings, Map<String, String> secrets) {

  /** A setting; empty when it is not set. */
  String text(String name) {
    return settings.get(name) instanceof String text ? text : "";
  }

  /** Whether a setting is on. */
  public boolean isOn(String name) {
    return Boolean.TRUE.equals(settings.get(name));
  }

  /** A secret; empty when it is not set. */
  String secret(String name) {
    return secrets.getOrDefault(name, "");
  }

  boolean has(String secret) {
    return !secret(secret).isEmpty();
  }

  /** This account with some values replaced. */
  public SocialAccount with(Map<String, Object> newSettings, Map<String, String> newSecrets) {
    Map<String, Object> allSettings = new HashMap<>(settings);
    allSettings.putAll(newSettings);
    Map<String, String> allSecrets = new HashMap<>(secrets);
    allSecrets.putAll(newSecrets);
    return new SocialAccount(channelId, allSettings, allSecrets);
  }

  /** Without its secrets. */
  @Override
  public String toString() {
    return "settings of channel " + channelId;
  }
}
