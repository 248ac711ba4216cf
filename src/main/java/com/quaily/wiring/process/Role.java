package com.quaily.wiring.process;

import com.quaily.config.SettingsException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The roles of an instance; an instance can have several. */
public enum Role {
  /** Serves readers from storage. */
  ROUTER,
  /** Serves the REST API. */
  API,
  /** Runs background jobs. */
  WORKER,
  /** Gives AI tasks to proxies. */
  AI_SCHEDULER,
  /** Runs the AI proxies of this instance for the schedulers of others. */
  AI_PROXY;

  /** All roles. */
  public static Set<Role> all() {
    return EnumSet.allOf(Role.class);
  }

  /**
   * Parses comma-separated names.
   *
   * @throws SettingsException for an unknown role
   */
  public static Set<Role> parse(String names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : names.split(",", -1)) {
      roles.add(one(name.strip()));
    }
    return roles;
  }

  /** The name on the command line. */
  private String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Role one(String name) {
    try {
      return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          "unknown role “"
              + name
              + "”; the roles are "
              + String.join(", ", Arrays.stream(values()).map(Role::wireName).toList()),
          e);
    }
  }
}
