package com.quaily.resource.subscription;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedInstance.class)
class SubscriptionApiTest {

  private final StoredData data;
  private final Author author;
  private final String email = ApiClient.newEmail();
  private final ApiClient reader;
  private final String path;

  SubscriptionApiTest(TestInstance instance) {
    this.data = new StoredData(instance);
    this.author = Author.of(instance);
    this.reader = new ApiClient(instance).login(email);
    this.path = "/subscriptions/" + author.slug();
  }

  private long subscribers() {
    return author.nobody().get("/lists/" + author.slug()).data().get("subscriber_count").asLong();
  }

  private JsonNode subscribe() {
    Reply reply = reader.post(path + "/no-challenge", null);
    assertEquals(200, reply.status(), reply.body().toString());
    return reply.data();
  }

  private String trace() {
    return data.text(
        "select trace_id::text from subscription s join app_user u on u.id = s.user_id"
            + " where u.email = '"
            + email
            + "'");
  }

  private long evidence(String act, String method) {
    return data.number(
        "select count(*) from subscription_consent c join app_user u on u.id = c.user_id"
            + " where u.email = '%s' and act = '%s' and method = '%s'"
                .formatted(email, act, method));
  }

  @Test
  void loggedInUsersSubscribeImmediatelyAndOnce() {
    JsonNode first = subscribe();

    assertEquals("free", first.get("type").textValue());
    assertTrue(first.get("paid_expiry").isNull());
    assertTrue(first.get("email_enabled").booleanValue());
    assertEquals(author.slug(), first.at("/list/slug").textValue());
    assertEquals(first.get("id"), subscribe().get("id"));
    assertEquals(1, subscribers());
    assertEquals(1, evidence("SUBSCRIBED", "ACCOUNT"));
  }

  @Test
  void subscribingRequiresALoginOrAConfirmation() {
    assertEquals(401, author.nobody().post(path + "/no-challenge", null).status());
    assertEquals(200, author.nobody().post(path, json("email", email)).status());
    assertEquals(0, subscribers());
  }

  @Test
  void concurrentRequestsOfAReaderCreateOneSubscription() {
    List<Integer> statuses =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(n -> reader.post(path + "/no-challenge", null).status())
            .distinct()
            .toList();

    assertEquals(List.of(200), statuses);
    assertEquals(1, subscribers());
    assertEquals(1, evidence("SUBSCRIBED", "ACCOUNT"));
  }

  @Test
  void theSubscriberCountIsExactUnderConcurrency() {
    List<ApiClient> readers = IntStream.range(0, 24).mapToObj(n -> author.somebodyElse()).toList();

    readers.parallelStream()
        .forEach(
            one -> {
              one.post(path + "/no-challenge", null);
              if (readers.indexOf(one) % 3 == 0) {
                one.delete(path);
              }
            });

    assertEquals(16, subscribers());
    assertEquals(
        16,
        author
            .nobody()
            .get("/lists/" + author.slug() + "/metrics")
            .data()
            .get("total_subscribers")
            .asLong());
  }

  @Test
  void callersSeeTheirOwnSubscriptionOrNull() {
    assertTrue(reader.get(path + "/rel").body().get("data").isNull());
    JsonNode subscribed = subscribe();

    assertEquals(subscribed.get("id"), reader.get(path + "/rel").data().get("id"));
    assertEquals(author.slug(), reader.get("/subscriptions").data().at("/0/list/slug").textValue());
  }

  @Test
  void mailCanBeSwitchedOffAndOn() {
    assertEquals(
        ErrorCode.SUBSCRIPTION_NOT_FOUND.number(),
        reader.put(path + "/email", json("enabled", false)).code());
    subscribe();

    JsonNode off = reader.put(path + "/email", json("enabled", false)).data();

    assertFalse(off.get("email_enabled").booleanValue());
    assertEquals(422, reader.put(path + "/email", json("enabled", null)).status());
  }

  @Test
  void aTraceEndsItsSubscriptionWithoutALoginAndCanBeUsedTwice() {
    subscribe();
    String trace = trace();

    Reply first = author.nobody().call("DELETE", path, json("trace_id", trace));

    assertEquals(200, first.status(), first.body().toString());
    assertEquals(0, subscribers());
    assertEquals(200, author.nobody().delete(path + "?trace_id=" + trace).status());
    assertEquals(200, author.nobody().post(path + "/delete?trace_id=" + trace, "{}").status());
    assertEquals(1, evidence("UNSUBSCRIBED", "LINK"));
  }

  @Test
  void aTraceOfAnotherChannelEndsNothing() {
    subscribe();
    Author other = Author.of(author.instance());

    for (String trace : List.of(trace(), UUID.randomUUID().toString(), "x", "")) {
      Reply reply =
          author
              .nobody()
              .post("/subscriptions/" + other.slug() + "/delete", json("trace_id", trace));
      assertEquals(ErrorCode.SUBSCRIPTION_NOT_FOUND.number(), reply.code());
    }
    assertEquals(1, subscribers());
  }

  @Test
  void theUnsubscribeButtonOfAMailClientStopsEmailAndKeepsThePaidPlan() {
    subscribe();
    data.execute(
        "update subscription set type = 'gold', paid_expiry = '2099-01-01' where channel_id ="
            + " (select id from channel where slug = ?)",
        author.slug());

    var answer =
        author
            .nobody()
            .form("/api" + path + "/delete?trace_id=" + trace(), "List-Unsubscribe=One-Click");

    assertEquals(200, answer.statusCode(), answer.body());
    assertStopped();
    JsonNode member =
        author.api().get("/lists/" + author.slug() + "/subscriptions").data().at("/items/0");
    assertEquals("gold", member.get("type").textValue());
    assertEquals("2099-01-01T00:00:00Z", member.get("paid_expiry").textValue());
    Reply again =
        author
            .api()
            .put(path + "/members/" + member.get("user_id") + "/email", json("enabled", true));
    assertEquals(ErrorCode.EMAIL_SUPPRESSED.number(), again.code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain; charset=utf-8",
        "application/octet-stream",
        "x/y",
        "nonsense",
        "text/",
        "a/b/c",
        "text/html, text/plain",
        "text/plain;charset"
      })
  void theButtonWorksWhateverTypeTheProgramNames(String type) {
    subscribe();

    Reply reply =
        author
            .nobody()
            .send(
                "POST",
                path + "/delete?trace_id=" + trace(),
                type,
                BodyPublishers.ofString("List-Unsubscribe=One-Click"));

    assertEquals(200, reply.status(), reply.body().toString());
    assertEquals(1, subscribers());
    assertFalse(reader.get(path + "/rel").data().get("email_enabled").booleanValue());
  }

  @Test
  void theButtonMayAlsoSendAFormOfParts() {
    subscribe();
    String parts =
        "--b\r\n"
            + "Content-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
            + "One-Click\r\n"
            + "--b--\r\n";

    Reply reply =
        author
            .nobody()
            .send(
                "POST",
                path + "/delete?trace_id=" + trace(),
                "multipart/form-data; boundary=b",
                BodyPublishers.ofString(parts));

    assertEquals(200, reply.status(), reply.body().toString());
    assertEquals(1, reply.data().asInt());
    assertStopped();
  }

  private void assertStopped() {
    assertEquals(1, subscribers());
    assertEquals(
        0,
        data.number(
            "select count(*) from subscription s join channel c on c.id = s.channel_id"
                + " where email_enabled and c.slug = ?",
            author.slug()));
  }

  @Test
  void whatAnUnsubscribePageShowsChangesNothingAndMasksTheAddress() {
    subscribe();

    Reply reply = author.nobody().get("/subscriptions/opponent?trace_id=" + trace());

    assertEquals(author.slug(), reply.data().at("/list/slug").textValue());
    assertEquals("r***@mail.example", reply.data().get("email").textValue());
    String local = email.substring(0, email.indexOf('@'));
    assertFalse(reply.body().toString().contains(local), reply.body().toString());
    assertEquals(1, subscribers());
    assertEquals(404, author.nobody().get("/subscriptions/opponent").status());
  }

  @Test
  void callersEndTheirOwnSubscriptionWithoutATrace() {
    subscribe();

    assertEquals(200, reader.call("DELETE", path, json("trace_id", "")).status());
    assertEquals(0, subscribers());
    assertEquals(ErrorCode.SUBSCRIPTION_NOT_FOUND.number(), author.nobody().delete(path).code());
    assertNotEquals(200, reader.delete(path).status());
  }

  @Test
  void addressesAndDomainsOnTheDenyListCannotSubscribe() {
    for (String entry : List.of(email, "mail.example", "example")) {
      data.execute(
          "update channel set email_deny_list = '{"
              + entry
              + "}' where slug = '"
              + author.slug()
              + "'");
      for (Reply reply :
          List.of(
              author.nobody().post(path, json("email", email.toUpperCase(Locale.ROOT))),
              reader.post(path + "/no-challenge", null))) {
        assertEquals(403, reply.status());
        assertEquals(ErrorCode.EMAIL_DENIED.number(), reply.code());
      }
      assertEquals(403, author.nobody().form("/api" + path, "email=" + email).statusCode());
    }
    data.execute(
        "update channel set email_deny_list = '{ample,ail.example}' where slug = '"
            + author.slug()
            + "'");
    subscribe();
  }

  @Test
  void theConsentRecordsThePageOfTheFormWithoutPersonalData() {
    author
        .nobody()
        .with("Referer", "https://letters.example/p/hello?token=1#x")
        .post(path, json("email", email));

    assertEquals(
        "https://letters.example/p/hello",
        data.text("select form from subscription_request where email = '" + email + "'"));
  }

  @Test
  void subscribersWithAPlanReadPaidContent() {
    author.published("paid", "Free.\n\n<!--paywall-->\n\nPaid.");
    JsonNode subscribed = subscribe();
    String content = author.posts() + "/paid/content";
    assertEquals(ErrorCode.PAID_CONTENT.number(), reader.get(content).code());

    String member = path + "/members/" + subscribed.get("user_id").asLong();
    author.api().put(member, json("type", "silver", "paid_expiry", "2099-01-01T00:00:00Z"));
    assertTrue(reader.get(content).data().get("paid-content").textValue().contains("Paid."));

    author.api().put(member, json("paid_expiry", "2020-01-01T00:00:00Z"));
    assertEquals(ErrorCode.PAID_CONTENT.number(), reader.get(content).code());
  }
}
