package com.quaily.resource.subscription;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class SubscriptionFormTest {

  private static final Pattern LINK = Pattern.compile("https?://\\S+/confirm\\?token=\\S+");

  private final TestInstance instance;
  private final Author author;
  private final ApiClient reader;
  private final String email = ApiClient.newEmail();

  SubscriptionFormTest(TestInstance instance) {
    this.instance = instance;
    this.author = Author.of(instance);
    this.reader = new ApiClient(instance);
  }

  private HttpResponse<String> subscribe(String address, String trap) {
    return reader.form(
        "/api/subscriptions/" + author.slug(),
        "email=" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "&website=" + trap);
  }

  private String link() {
    Matcher link = LINK.matcher(reader.mailTo(email).get("text").textValue());
    assertTrue(link.find());
    URI uri = URI.create(link.group());
    return uri.getPath() + "?" + uri.getQuery();
  }

  private static String token(String link) {
    return link.substring(link.indexOf('=') + 1);
  }

  private long subscribers() {
    return reader.get("/lists/" + author.slug()).data().get("subscriber_count").asLong();
  }

  @Test
  void theFormEmailsALinkAndConfirmsIt() {
    HttpResponse<String> page = subscribe(email, "");

    assertEquals(200, page.statusCode());
    assertTrue(page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
    assertTrue(page.body().contains("Check your email"));
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
    assertTrue(link().startsWith("/api/subscriptions/confirm?token="));
    assertEquals(0, subscribers());
  }

  @Test
  void followingTheLinkAsksAndChangesNothing() {
    subscribe(email, "");
    String link = link();

    HttpResponse<String> first = instance.get(link);
    HttpResponse<String> second = instance.get(link);

    assertEquals(200, first.statusCode());
    assertEquals(200, second.statusCode());
    assertTrue(first.body().contains("<form"));
    assertTrue(first.body().contains("method=\"post\""));
    assertTrue(first.body().contains(token(link)));
    assertTrue(first.body().contains(email));
    assertEquals(0, subscribers());
  }

  @Test
  void pressingTheButtonSubscribesOnce() {
    subscribe(email, "");
    String token = token(link());

    HttpResponse<String> done = reader.form("/api/subscriptions/confirm", "token=" + token);

    assertEquals(200, done.statusCode());
    assertTrue(done.body().contains("You are subscribed"));
    assertEquals(1, subscribers());
    HttpResponse<String> again = reader.form("/api/subscriptions/confirm", "token=" + token);
    assertEquals(200, again.statusCode(), "who presses twice has done nothing wrong");
    assertTrue(again.body().contains("You are subscribed"));
    assertEquals(200, instance.get("/api/subscriptions/confirm?token=" + token).statusCode());
    assertEquals(1, subscribers());
    subscribe(email, "");
    reader.form("/api/subscriptions/confirm", "token=" + token(link()));
    assertEquals(1, subscribers());
  }

  @Test
  void theLinkWorksForThreeDaysAndNoLonger() {
    subscribe(email, "");
    String link = link();

    age("2 days 23:55");
    assertEquals(200, instance.get(link).statusCode());
    age("10 minutes");

    assertEquals(404, instance.get(link).statusCode());
    assertEquals(
        404, reader.form("/api/subscriptions/confirm", "token=" + token(link)).statusCode());
    assertEquals(0, subscribers());
  }

  private void age(String interval) {
    new StoredData(instance)
        .execute(
            "update subscription_request set created_at = created_at - ?::interval,"
                + " expires_at = expires_at - ?::interval where email = ?",
            interval,
            interval,
            email);
  }

  @Test
  void botsThatFillInEveryFieldGetNoEmail() {
    HttpResponse<String> page = subscribe(email, "https://spam.example");

    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("Check your email"));
    assertThrows(AssertionError.class, () -> reader.mailTo(email));
  }

  @Test
  void theAnswerIsTheSameForSubscribers() {
    subscribe(email, "");
    reader.form("/api/subscriptions/confirm", "token=" + token(link()));

    assertEquals(subscribe(ApiClient.newEmail(), "").body(), subscribe(email, "").body());
  }

  @Test
  void confirmationEmailsAreLimitedByRecipient() {
    String path = "/subscriptions/" + author.slug();
    for (int i = 0; i < 10; i++) {
      assertEquals(200, new ApiClient(instance).post(path, json("email", email)).status());
    }

    HttpResponse<String> refused = subscribe(email, "");

    assertEquals(429, refused.statusCode());
    long wait = Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow());
    assertTrue(wait > 3_000 && wait <= 3_600, wait + " s");
    assertTrue(refused.body().contains("Too many requests"), refused.body());
    assertEquals(200, subscribe(ApiClient.newEmail(), "").statusCode());
  }

  @Test
  void thePageUsesTheLanguageOfTheChannel() {
    author
        .api()
        .put("/lists/" + author.slug() + "/options", json("options", json("language", "ja")));

    HttpResponse<String> page = subscribe(email, "");

    assertTrue(page.body().contains("lang=\"ja\""));
    assertTrue(page.body().contains("メールをご確認ください"));
    assertTrue(reader.mailTo(email).get("html").textValue().contains("lang=\"ja\""));
  }

  @Test
  void userContentIsEscaped() {
    author.api().put("/lists/" + author.slug(), json("title", "<img src=x onerror=alert(1)>"));

    String page = subscribe(email, "").body();

    assertFalse(page.contains("<img src=x"));
    assertFalse(reader.mailTo(email).get("html").textValue().contains("<img src=x"));
    assertFalse(instance.get(link()).body().contains("<img src=x"));
  }

  @Test
  void anInvalidAddressIsReportedOnAPage() {
    for (String bad : new String[] {"nobody", "", "a@b\r\nBcc: c@d.example", "\u0000@a.example"}) {
      HttpResponse<String> page = subscribe(bad, "");
      assertEquals(422, page.statusCode(), bad);
      assertTrue(page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
      assertTrue(page.body().contains("Subscription failed"));
    }
  }

  @Test
  void unknownChannelsAndLinksAreNotFound() {
    assertEquals(
        404, reader.form("/api/subscriptions/no-such-letters", "email=a@b.example").statusCode());
    assertEquals(
        404,
        reader
            .form("/api/subscriptions/no-such-letters", "email=a@b.example&website=x")
            .statusCode());
    assertEquals(404, instance.get("/api/subscriptions/confirm?token=x").statusCode());
    assertEquals(404, instance.get("/api/subscriptions/confirm").statusCode());
    assertEquals(404, reader.form("/api/subscriptions/confirm", "token=").statusCode());
  }

  @Test
  void scriptsAnswerInJson() {
    Reply known = reader.post("/subscriptions/" + author.slug(), json("email", email));
    assertEquals(200, known.status());
    assertEquals(1, known.data().intValue());
    assertTrue(link().contains("token="));
    Reply bad = reader.post("/subscriptions/" + author.slug(), json("email", "nobody"));
    assertEquals(ErrorCode.EMAIL_INVALID.number(), bad.code());
    assertEquals(404, reader.post("/subscriptions/nothing-here", json("email", email)).status());
  }
}
