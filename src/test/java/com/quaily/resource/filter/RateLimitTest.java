package com.quaily.resource.filter;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class RateLimitTest {

  private final TestInstance instance;
  private final ApiClient underTest;

  RateLimitTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = new ApiClient(instance);
  }

  @Test
  void loginCodesAreLimitedByClientAddress() {
    for (int i = 0; i < 60; i++) {
      assertEquals(200, askForCode(underTest).status());
    }

    Reply refused = askForCode(underTest);

    assertEquals(429, refused.status());
    assertEquals(ErrorCode.TOO_MANY_REQUESTS.number(), refused.code());
    String wait = refused.response().headers().firstValue("Retry-After").orElseThrow();
    // 300 an hour are one in twelve seconds.
    assertTrue(Long.parseLong(wait) > 0 && Long.parseLong(wait) <= 12, wait);
    assertEquals(200, askForCode(new ApiClient(instance)).status());
  }

  @Test
  void anIpv6NetworkCountsAsOneClient() {
    for (int i = 0; i < 60; i++) {
      assertEquals(200, askForCode(underTest.from("2001:db8:77:1::" + (i + 1))).status());
    }

    assertEquals(429, askForCode(underTest.from("2001:db8:77:1:aaaa:bbbb:cccc:dddd")).status());
    assertEquals(429, askForCode(underTest.from("2001:0DB8:0077:0001::1")).status());
    assertEquals(200, askForCode(underTest.from("2001:db8:77:2::1")).status());
  }

  @Test
  void allNetworksOfOneIpv6CustomerCountTogether() {
    int allowed = 0;
    for (int i = 0; i < 600; i++) {
      String address = "2001:db8:78:" + Integer.toHexString(i) + "::1";
      allowed += askForCode(underTest.from(address)).status() == 200 ? 1 : 0;
    }

    // Eight times as many as one network, and what became free meanwhile.
    assertTrue(allowed >= 480 && allowed < 560, "allowed " + allowed);
    assertEquals(200, askForCode(underTest.from("2001:db8:79::1")).status());
  }

  private static Reply askForCode(ApiClient client) {
    return client.post("/auth/code", json("email", ApiClient.newEmail()));
  }

  @Test
  void readingIsNotLimited() {
    for (int i = 0; i < 30; i++) {
      assertEquals(200, underTest.get("/c").status());
    }
  }

  @Test
  void aRejectedFormHasTheRightStatus() {
    Author author = Author.of(instance);
    String path = "/api/subscriptions/" + author.slug();
    author
        .api()
        .put("/lists/" + author.slug() + "/options", json("options", json("language", "ja")));
    for (int i = 0; i < 30; i++) {
      assertEquals(200, underTest.form(path, "email=" + ApiClient.newEmail()).statusCode());
    }

    HttpResponse<String> refused = underTest.form(path, "email=" + ApiClient.newEmail());

    assertEquals(429, refused.statusCode());
    assertTrue(refused.headers().firstValue("Retry-After").isPresent());
    assertEquals(
        "text/html;charset=utf-8", refused.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(
        refused.headers().firstValue("Content-Security-Policy").orElseThrow().contains("sha256-"));
    assertTrue(refused.body().contains("lang=\"ja\""), refused.body());
    assertTrue(refused.body().contains("リクエストが多すぎます"), refused.body());
  }
}
