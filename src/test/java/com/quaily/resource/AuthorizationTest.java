package com.quaily.resource;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.oauth.NewOAuthApp;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.service.oauth.OAuthApps.NewApp;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.OAuthClient;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Calls every endpoint as every kind of caller. The expected result follows from the endpoint's
 * {@link Access}. Bodies are empty objects, so permitted callers often get an error about a missing
 * field, which does not count as a rejection.
 */
@ExtendWith(SharedInstance.class)
class AuthorizationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOBODYS_ID = "999999999";
  private static final Set<Integer> REFUSALS =
      Set.of(
          ErrorCode.AUTHENTICATION_REQUIRED.number(),
          ErrorCode.BAD_TOKEN.number(),
          ErrorCode.BAD_API_KEY.number(),
          ErrorCode.FORBIDDEN.number(),
          ErrorCode.SCOPE_MISSING.number());
  private static final Set<String> OAUTH_REFUSALS = Set.of("invalid_token", "insufficient_scope");

  private final TestInstance instance;
  private final Author owner;
  private final Map<Who, String> emails = new EnumMap<>(Who.class);
  private final Map<Who, ApiClient> clients = new EnumMap<>(Who.class);
  private final Map<Scope, ApiClient> applications = new EnumMap<>(Scope.class);
  private final List<String> wrong = new ArrayList<>();
  private int refused;
  private int notHeard;

  AuthorizationTest(TestInstance instance) {
    this.instance = instance;
    this.owner = Author.of(instance);
    owner.published("hello", "text");
    emails.put(Who.READER, ApiClient.newEmail());
    emails.put(Who.SUBSCRIBER, ApiClient.newEmail());
    emails.put(Who.PREMIUM, ApiClient.newEmail());
    emails.put(Who.COOPERATOR, ApiClient.newEmail());
    emails.put(Who.OTHER_OWNER, Author.of(instance).email());
    emails.put(Who.OWNER, owner.email());
    emails.forEach((who, email) -> clients.put(who, owner.nobody().login(email)));
    join(
        Who.SUBSCRIBER,
        "insert into subscription (user_id, channel_id, confirmed_at, created_at, updated_at)"
            + " select u.id, c.id, now(), now(), now()");
    join(
        Who.PREMIUM,
        "insert into subscription (user_id, channel_id, type, paid_expiry, confirmed_at,"
            + " created_at, updated_at) select u.id, c.id, 'gold', now() + interval '1 day', now(),"
            + " now(), now()");
    join(Who.COOPERATOR, "insert into channel_cooperator (user_id, channel_id) select u.id, c.id");
    clients.put(Who.NOBODY, owner.nobody());
    String key = owner.api().post("/apikeys", json("name", "x")).data().get("key").textValue();
    clients.put(Who.API_KEY, owner.nobody().as(key));
    OAuthClient application = application();
    for (Scope scope : Scope.values()) {
      String token = application.accessToken(owner.api(), scope.wireName());
      applications.put(scope, owner.nobody().as(token));
    }
  }

  private void join(Who who, String insert) {
    new StoredData(instance)
        .execute(
            insert + " from app_user u, channel c where u.email = ? and c.slug = ?",
            emails.get(who),
            owner.slug());
  }

  private OAuthClient application() {
    long id = owner.api().get("/users/me").data().get("id").asLong();
    String callback = "https://app.example/callback";
    NewApp app =
        instance
            .instance()
            .modules()
            .orElseThrow()
            .oauth()
            .apps()
            .register(new NewOAuthApp(id, "app", "App", callback, "", true, false));
    return new OAuthClient(owner.nobody(), app.app().appId().toString(), callback);
  }

  @Test
  void everybodyMayDoWhatTheEndpointSaysAndNothingElse() {
    List<Endpoint> endpoints = Endpoint.all();
    assertTrue(endpoints.size() > 50, endpoints::toString);
    // First those who must not, while everything is still there that they could harm.
    for (Expectation expectation : List.of(Expectation.REFUSED, Expectation.NOT_REFUSED)) {
      endpoints.forEach(endpoint -> tryAll(endpoint, expectation));
    }
    assertEquals("", String.join("\n", wrong));
    assertTrue(notHeard * 20 < refused, notHeard + " of " + refused + " were not heard");
  }

  @Test
  void paidContentIsForPayingSubscribersAndWriters() {
    owner.published("paid", "For all.\n\n<!--paywall-->\n\nFor some.");
    Map<Who, Integer> statuses = new EnumMap<>(Who.class);
    clients.forEach(
        (who, client) -> statuses.put(who, client.get(owner.posts() + "/paid/content").status()));

    assertEquals(
        Map.of(
            Who.NOBODY, 401,
            Who.READER, 403,
            Who.SUBSCRIBER, 403,
            Who.PREMIUM, 200,
            Who.COOPERATOR, 200,
            Who.OTHER_OWNER, 403,
            Who.OWNER, 200,
            Who.API_KEY, 200),
        statuses);
  }

  private void tryAll(Endpoint endpoint, Expectation expectation) {
    for (Who who : Who.values()) {
      boolean leaves = who == Who.COOPERATOR && endpoint.path().endsWith("/cooperation");
      if (expected(endpoint, who) == expectation && !leaves) {
        check(endpoint, who.toString(), client(who, endpoint), expectation);
      }
    }
    applications.forEach(
        (scope, client) -> {
          if (expected(endpoint, scope) == expectation) {
            check(endpoint, scope.wireName(), client, expectation);
          }
        });
  }

  /** Some endpoints end the session that calls them. */
  private ApiClient client(Who who, Endpoint endpoint) {
    return endpoint.access().value() == Access.Level.SESSION && emails.containsKey(who)
        ? owner.nobody().login(emails.get(who))
        : clients.get(who);
  }

  private static Expectation expected(Endpoint endpoint, Who who) {
    boolean channel = endpoint.path().contains("{list}");
    return switch (endpoint.access().value()) {
      case ANYBODY, CLIENT -> Expectation.NOT_REFUSED;
      // Nobody here has an AI key. What is not built yet says so before it asks for one.
      case SERVICE -> Expectation.EITHER;
      case APPLICATION -> Expectation.REFUSED;
      case SESSION ->
          who == Who.NOBODY || who == Who.API_KEY ? Expectation.REFUSED : Expectation.NOT_REFUSED;
      // None of these runs the site.
      case OPERATOR -> Expectation.REFUSED;
      case ANY_CALLER -> anyCaller(who);
      case COOPERATOR -> writer(who, channel, who == Who.COOPERATOR);
      case OWNER -> writer(who, channel, false);
      case OWNER_SESSION -> who == Who.API_KEY ? Expectation.REFUSED : writer(who, channel, false);
    };
  }

  /** A service may have more to say about what is not one's own. */
  private static Expectation anyCaller(Who who) {
    return switch (who) {
      case NOBODY -> Expectation.REFUSED;
      case OWNER, API_KEY -> Expectation.NOT_REFUSED;
      default -> Expectation.EITHER;
    };
  }

  /** Where the path names no channel, only the body could say whose it is. */
  private static Expectation writer(Who who, boolean namesChannel, boolean mayToo) {
    if (who == Who.NOBODY) {
      return Expectation.REFUSED;
    }
    if (!namesChannel) {
      return Expectation.EITHER;
    }
    return mayToo || who == Who.OWNER || who == Who.API_KEY
        ? Expectation.NOT_REFUSED
        : Expectation.REFUSED;
  }

  /** An application of the owner. */
  private static Expectation expected(Endpoint endpoint, Scope held) {
    return switch (endpoint.access().value()) {
      case ANYBODY, CLIENT -> Expectation.NOT_REFUSED;
      case SESSION, OPERATOR, OWNER_SESSION -> Expectation.REFUSED;
      case SERVICE -> Expectation.EITHER;
      case APPLICATION, ANY_CALLER, COOPERATOR, OWNER ->
          held.includes(endpoint.access().scope()) ? Expectation.NOT_REFUSED : Expectation.REFUSED;
    };
  }

  private void check(Endpoint endpoint, String who, ApiClient client, Expectation expectation) {
    HttpResponse<String> response = call(endpoint, client);
    boolean asExpected = !isRefused(response) && response.statusCode() != 500;
    if (expectation == Expectation.REFUSED) {
      boolean unheard = isNotHeard(endpoint, who, response);
      refused++;
      notHeard += unheard ? 1 : 0;
      // Unimplemented endpoints return 501 to everyone.
      asExpected = unheard || isRefused(response) || response.statusCode() == 501;
    }
    if (!asExpected) {
      wrong.add(
          endpoint
              + " by "
              + who
              + " must be "
              + expectation.toString().toLowerCase(Locale.ROOT)
              + ": "
              + response.statusCode()
              + " "
              + response.body());
    }
  }

  /** A service may check the body or the path before it checks the caller. */
  private static boolean isNotHeard(Endpoint endpoint, String who, HttpResponse<String> response) {
    boolean decidedByService =
        endpoint.path().contains("{list}") && !who.equals(Who.NOBODY.toString());
    return decidedByService && Set.of(400, 404, 422).contains(response.statusCode());
  }

  private static boolean isRefused(HttpResponse<String> response) {
    if (response.statusCode() != 401 && response.statusCode() != 403) {
      return false;
    }
    try {
      JsonNode body = JSON.readTree(response.body());
      return REFUSALS.contains(body.path("code").asInt())
          || OAUTH_REFUSALS.contains(body.path("error").asText());
    } catch (JsonProcessingException e) {
      return true;
    }
  }

  private HttpResponse<String> call(Endpoint endpoint, ApiClient client) {
    String path =
        endpoint
            .path()
            .replace("{list}", owner.slug())
            .replace("{post}", "hello")
            .replaceAll("\\{[^}]+}", NOBODYS_ID);
    String body =
        switch (endpoint.contentType()) {
          case "application/json" -> "{}";
          case "application/x-www-form-urlencoded" -> "a=b";
          default -> "--x--\r\n";
        };
    String type =
        endpoint.contentType().startsWith("multipart/")
            ? endpoint.contentType() + "; boundary=x"
            : endpoint.contentType();
    boolean reads = endpoint.verb().equals("get");
    return client.exchange(
        endpoint.verb().toUpperCase(Locale.ROOT),
        "/api" + path,
        reads ? null : type,
        reads ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  private enum Who {
    NOBODY,
    READER,
    SUBSCRIBER,
    PREMIUM,
    COOPERATOR,
    OTHER_OWNER,
    OWNER,
    API_KEY
  }

  private enum Expectation {
    REFUSED,
    NOT_REFUSED,
    /** The service decides by what the request is about. */
    EITHER
  }
}
