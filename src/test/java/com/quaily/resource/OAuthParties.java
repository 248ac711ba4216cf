package com.quaily.resource;

import com.quaily.service.oauth.OAuthApps.NewApp;
import com.quaily.service.oauth.OAuthApps.Registration;
import com.quaily.testing.ApiClient;
import com.quaily.testing.OAuthClient;
import com.quaily.testing.TestInstance;
import java.util.HashMap;
import java.util.Map;

/** Who takes part when an application asks: a new user, and applications that the user owns. */
final class OAuthParties {

  /** Where registered applications take their codes. */
  static final String CALLBACK = "https://app.example/callback";

  final ApiClient nobody;
  final String email = ApiClient.newEmail();
  final ApiClient person;

  private final TestInstance instance;

  OAuthParties(TestInstance instance) {
    this.instance = instance;
    this.nobody = new ApiClient(instance);
    this.person = nobody.login(email);
  }

  /** A public application that is not trusted. */
  OAuthClient anotherApplication() {
    return client(register(false, false));
  }

  NewApp register(boolean confidential, boolean trusted) {
    long owner = person.get("/users/me").data().get("id").asLong();
    return instance
        .instance()
        .backend()
        .orElseThrow()
        .auth()
        .oauthApps()
        .register(new Registration(owner, "test-app", "Test app", CALLBACK, trusted, confidential));
  }

  OAuthClient client(NewApp app) {
    return new OAuthClient(nobody, app.app().appId().toString(), CALLBACK);
  }

  /** The same fields with further ones: names and values in turn. */
  static Map<String, String> with(Map<String, String> fields, String... more) {
    Map<String, String> all = new HashMap<>(fields);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }
}
