package com.quaily.wiring;

import com.quaily.config.SettingsException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What an instance of the program does; each may do several. */
public enum Role {
  /** Serves readers out of storage. */
  ROUTER,
  /** Serves the REST API. */
  API,
  /** Does background jobs. */
  WORKER;

  /** All of them. */
  public static Set<Role> all() {
    return EnumSet.allOf(Role.class);
  }

  /**
   * Reads names separated by commas.
   *
   * @throws SettingsException when there is no such role
   */
  public static Set<Role> parse(String names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : names.split(",", -1)) {
      roles.add(one(name.strip()));
    }
    return roles;
  }

  private static Role one(String name) {
    try {
      return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          "unknown role “"
              + name
              + "”; the roles are "
              + String.join(
                  ", ",
                  Arrays.stream(values()).map(r -> r.name().toLowerCase(Locale.ROOT)).toList()),
          e);
    }
  }
}
