package com.quaily.resource.oauth;

import com.quaily.model.oauth.NewOAuthApp;
import com.quaily.service.oauth.OAuthApps.NewApp;
import com.quaily.testing.ApiClient;
import com.quaily.testing.OAuthClient;
import com.quaily.testing.TestInstance;
import java.util.HashMap;
import java.util.Map;

/** The parties of an OAuth request: a new user, and applications that the user owns. */
public final class OAuthParties {

  /** Where registered applications take their codes. */
  public static final String CALLBACK = "https://app.example/callback";

  public final ApiClient nobody;
  public final String email = ApiClient.newEmail();
  public final ApiClient person;

  private final TestInstance instance;

  public OAuthParties(TestInstance instance) {
    this.instance = instance;
    this.nobody = new ApiClient(instance);
    this.person = nobody.login(email);
  }

  /** A public application that is not trusted. */
  public OAuthClient anotherApplication() {
    return client(register(false, false));
  }

  public NewApp register(boolean confidential, boolean trusted) {
    long owner = person.get("/users/me").data().get("id").asLong();
    return instance
        .instance()
        .modules()
        .orElseThrow()
        .oauth()
        .apps()
        .register(
            new NewOAuthApp(owner, "test-app", "Test app", CALLBACK, "", trusted, confidential));
  }

  public OAuthClient client(NewApp app) {
    return new OAuthClient(nobody, app.app().appId().toString(), CALLBACK);
  }

  /** The same fields with further ones: names and values in turn. */
  public static Map<String, String> with(Map<String, String> fields, String... more) {
    Map<String, String> all = new HashMap<>(fields);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }
}
