package com.quaily.resource;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.model.error.UnauthorizedException;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.Waiting;
import com.quaily.wiring.AccountModule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Links in emails stop working at their time, though their rows are still there. */
@ExtendWith(SharedInstance.class)
class LinkExpiryTest {

  private final TestInstance instance;
  private final StoredData data;
  private final Author author;
  private final ApiClient nobody;
  private final String email = ApiClient.newEmail();

  LinkExpiryTest(TestInstance instance) {
    this.instance = instance;
    this.data = new StoredData(instance);
    this.author = Author.of(instance);
    this.nobody = author.nobody();
  }

  private String linked(String to, String pattern) {
    Pattern link = Pattern.compile(pattern);
    Waiting.until(pattern, () -> link.matcher(text(to)).find());
    Matcher found = link.matcher(text(to));
    assertTrue(found.find());
    return found.group(1);
  }

  private String text(String to) {
    try {
      return nobody.mailTo(to).get("text").textValue();
    } catch (AssertionError e) {
      return "";
    }
  }

  @Test
  void aConfirmationOfASubscription() {
    nobody.post("/subscriptions/" + author.slug(), json("email", email));
    String token = linked(email, "confirm\\?token=(\\S+)");
    data.execute(
        "update subscription_request set expires_at = now() - interval '1 second'"
            + " where email = ?",
        email);

    String page = "/api/subscriptions/confirm";
    assertEquals(404, instance.get(page + "?token=" + token).statusCode());
    assertEquals(404, nobody.form(page, "token=" + token).statusCode());

    data.execute(
        "update subscription_request set expires_at = now() + interval '1 minute'"
            + " where email = ?",
        email);
    assertEquals(200, nobody.form(page, "token=" + token).statusCode());
  }

  @Test
  void aConfirmationOfADeletion() {
    author.api().delete("/lists/" + author.slug());
    String token = linked(author.email(), "deletion/confirm\\?token=(\\S+)");
    age("channel_deletion", "token_expires_at", "- interval '1 second'");

    String page = "/api/lists/deletion/confirm";
    assertEquals(404, instance.get(page + "?token=" + token).statusCode());
    assertEquals(404, nobody.form(page, "token=" + token).statusCode());
    assertEquals(404, nobody.form(page + "/revoke", "token=" + token).statusCode());

    age("channel_deletion", "token_expires_at", "+ interval '1 minute'");
    assertEquals(200, nobody.form(page, "token=" + token).statusCode());
  }

  @Test
  void aDownloadOfAnExport() {
    author.api().post("/lists/" + author.slug() + "/export.zip", null);
    String token = linked(author.email(), "/api/exports/(\\S+)");
    age("channel_export", "expires_at", "- interval '1 second'");

    assertEquals(404, instance.get("/api/exports/" + token).statusCode());

    age("channel_export", "expires_at", "+ interval '1 minute'");
    assertEquals(200, instance.get("/api/exports/" + token).statusCode());
  }

  private void age(String table, String column, String by) {
    data.execute(
        "update "
            + table
            + " set "
            + column
            + " = now() "
            + by
            + " where channel_id = (select id from channel where slug = ?)",
        author.slug());
  }

  @Test
  void aPreview() {
    author.draft("draft", "Text");
    String token =
        author
            .api()
            .post(author.posts() + "/draft/preview", null)
            .data()
            .toString()
            .replaceAll(".*\"([A-Za-z0-9_-]{20,})\".*", "$1");
    String page = "/api" + author.posts() + "/draft/preview?access_token=" + token;
    assertEquals(200, instance.get(page).statusCode());
    data.execute(
        "update preview_token set expires_at = now() - interval '1 second' where post_id in"
            + " (select p.id from post p join channel c on c.id = p.channel_id where c.slug = ?)",
        author.slug());

    assertFalse(instance.get(page).statusCode() == 200);
  }

  @Test
  void aSession() {
    ApiClient user = nobody.login(email);
    data.execute(
        "update session set expires_at = now() - interval '1 second'"
            + " where user_id = (select id from app_user where email = ?)",
        email);

    assertEquals(401, user.get("/users/me").status());
  }

  @Test
  void anEphemeralToken() {
    ApiClient user = nobody.login(email);
    String token =
        user.post("/auth/ephemeral?origin=" + instance.url(), null)
            .data()
            .get("ephemeral_token")
            .textValue();
    data.execute(
        "update ephemeral_token set expires_at = now() - interval '1 second'"
            + " where user_id = (select id from app_user where email = ?)",
        email);

    assertEquals(401, nobody.post("/auth/ephemeral/exchange?token=" + token, null).status());
  }

  @Test
  void aLoginLinkOfTheOperator() {
    AccountModule accounts = instance.instance().modules().orElseThrow().account();
    User user = accounts.userService().create(email, "", Language.EN);
    String early = accounts.loginLinks().create(user);
    String late = accounts.loginLinks().create(user);
    String shift = "update login_link set expires_at = expires_at - ?::interval where user_id = ?";

    data.execute(shift, "9 minutes", user.id());
    assertEquals(user.id(), accounts.loginLinks().login(early, "").user().id());
    data.execute(shift, "1 minute", user.id());

    assertThrows(UnauthorizedException.class, () -> accounts.loginLinks().login(late, ""));
  }
}
