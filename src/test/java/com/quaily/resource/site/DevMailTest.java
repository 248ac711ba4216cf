package com.quaily.resource.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.delivery.mail.OutgoingMail;
import com.quaily.testing.ApiClient;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class DevMailTest {

  private final TestInstance instance;
  private final ApiClient underTest;
  private final String email = ApiClient.newEmail();

  DevMailTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = new ApiClient(instance);
  }

  @Test
  void keptEmailsAreShownAsJson() {
    String code = underTest.codeFor(email, "login");

    JsonNode mail = underTest.mailTo(email);

    assertTrue(mail.get("subject").textValue().contains(code));
    assertTrue(mail.get("html").textValue().contains(code));
    assertTrue(mail.get("received_at").textValue().endsWith("Z"));
    assertEquals("auto-generated", mail.at("/headers/Auto-Submitted").textValue());
  }

  @Test
  void keptEmailsAreShownAsHtmlNewestFirst() {
    String first = underTest.codeFor(email, "login");
    String second = underTest.codeFor(email, "login");

    HttpResponse<String> page = instance.get("/dev/mail");

    assertEquals(200, page.statusCode());
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
    assertTrue(page.body().indexOf(second) < page.body().indexOf(first));
  }

  @Test
  void emailContentIsEscaped() {
    new com.quaily.delivery.mail.Outbox(
            instance.instance().settings().data().resolve("outbox"),
            "a@b.example",
            Clock.systemUTC())
        .send(new OutgoingMail(email, "<b>hi</b>", "<script>\"x\"</script>", "", Map.of()));

    String page = instance.get("/dev/mail").body();

    assertFalse(page.contains("<script>\"x"));
    assertFalse(page.contains("<b>hi"));
    assertTrue(page.contains("&lt;b&gt;hi"));
  }

  @Test
  void anEmailIsShownAsReadersSeeItWithoutScripts() {
    String code = underTest.codeFor(email, "login");
    String id = underTest.mailTo(email).at("/headers/Message-ID").textValue();

    HttpResponse<String> page =
        instance.get("/dev/mail.html?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8));

    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains(code));
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.startsWith("sandbox"), policy);
    assertEquals(404, instance.get("/dev/mail.html?id=unknown").statusCode());
    assertEquals(404, instance.get("/dev/mail.html").statusCode());
  }

  @Test
  void otherPathsAreNotFound() {
    assertEquals(404, instance.get("/dev/").statusCode());
    assertEquals(404, instance.get("/dev/passwords").statusCode());
  }
}
