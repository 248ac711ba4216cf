package com.quaily.testing;

import com.quaily.config.Settings;
import com.quaily.routing.route.RoutingSettings;
import java.util.Map;
import java.util.Optional;

/** The route table of a fresh installation. */
public final class DefaultRouting {

  private DefaultRouting() {}

  /** As the built-in configuration has it. */
  public static RoutingSettings settings() {
    return Settings.load(Optional.empty(), Map.of(), Map.of()).routing();
  }
}
