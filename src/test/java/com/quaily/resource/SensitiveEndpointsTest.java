package com.quaily.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.resource.access.Access.Level;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Endpoints whose effect outlives the credential that called them. The table names who may call
 * each one, and the reason. A new endpoint of this kind has to be entered here.
 */
class SensitiveEndpointsTest {

  private static final Pattern SENSITIVE =
      Pattern.compile(
          "(post|put|delete)"
              + " .*(email$|/email/|apikeys|/auth/(logout|sessions)|/oauth/apps|/oauth/authorize"
              + "|/domain|/webhooks|\\{service}/connect|cooperators|/cooperation|export\\.zip|deletion|/lists/\\{list}$|/lists/\\{list}/slug)|get"
              + " /oauth/authorize");

  /** In the order of paths. */
  private static final Map<String, Level> DECIDED =
      Map.ofEntries(
          // What would make a stolen key or token permanent: a session only.
          Map.entry("put /users/me/email", Level.SESSION), // and a recent login or a code
          Map.entry("post /apikeys", Level.SESSION),
          Map.entry("delete /apikeys/{id}", Level.SESSION),
          Map.entry("post /auth/logout", Level.SESSION),
          Map.entry("delete /auth/sessions/{id}", Level.SESSION),
          Map.entry("get /oauth/authorize", Level.SESSION),
          Map.entry("delete /oauth/apps/{app}", Level.SESSION),
          Map.entry("put /lists/{list}/domain", Level.OWNER_SESSION),
          Map.entry("put /lists/{list}/cooperators", Level.OWNER_SESSION),
          Map.entry("post /lists/{list}/cooperation", Level.SESSION),
          Map.entry("delete /lists/{list}/cooperation", Level.SESSION),
          Map.entry("post /{service}/connect", Level.SESSION),
          // Goes on sending subscribers' addresses somewhere.
          Map.entry("post /lists/{list}/webhooks", Level.OWNER_SESSION),
          Map.entry("put /lists/{list}/webhooks/{id}", Level.OWNER_SESSION),
          Map.entry("post /lists/{list}/webhooks/{id}/secret", Level.OWNER_SESSION),
          // Sends nothing to anywhere new.
          Map.entry("delete /lists/{list}/webhooks/{id}", Level.OWNER),
          Map.entry("post /lists/{list}/webhooks/{id}/test", Level.OWNER),
          Map.entry("post /lists/{list}/webhooks/{id}/deliveries/{delivery}/replay", Level.OWNER),
          // Only finds out what is already set.
          Map.entry("post /lists/{list}/domain/verify", Level.OWNER),
          // The owner gets an email and nothing happens without its link.
          Map.entry("post /lists/{list}/export.zip", Level.OWNER),
          Map.entry("delete /lists/{list}", Level.OWNER),
          Map.entry("delete /lists/{list}/deletion", Level.OWNER),
          // Can be changed back.
          Map.entry("put /lists/{list}", Level.OWNER),
          Map.entry("put /lists/{list}/slug", Level.OWNER),
          // Only verifies a hash.
          Map.entry("post /apikeys/verify", Level.ANY_CALLER),
          // The token of an email is the proof.
          Map.entry("post /users/email/restore", Level.ANYBODY),
          Map.entry("post /lists/deletion/confirm", Level.ANYBODY),
          Map.entry("post /lists/deletion/confirm/revoke", Level.ANYBODY),
          // Whether mail is sent, not where to.
          Map.entry("put /subscriptions/{list}/email", Level.ANY_CALLER),
          Map.entry("put /subscriptions/{list}/members/{user}/email", Level.COOPERATOR));

  @Test
  void everyEndpointWithLastingEffectIsDecided() {
    Map<String, Level> found = new TreeMap<>();
    Endpoint.all().stream()
        .filter(endpoint -> SENSITIVE.matcher(endpoint.toString()).find())
        .forEach(endpoint -> found.put(endpoint.toString(), endpoint.access().value()));

    assertFalse(found.isEmpty());
    assertEquals(new TreeMap<>(DECIDED), found);
  }

  @Test
  void changingTheLoginIsNotPartOfAnyScope() {
    long sessions =
        Endpoint.all().stream()
            .filter(endpoint -> endpoint.access().value() == Level.SESSION)
            .count();
    assertTrue(sessions > 5, () -> "only " + sessions);
  }
}
