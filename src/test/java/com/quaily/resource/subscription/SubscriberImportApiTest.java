package com.quaily.resource.subscription;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class SubscriberImportApiTest {

  private final Author author;
  private final String subscriptions;
  private final String list;

  SubscriberImportApiTest(TestInstance instance) {
    this.author = Author.of(instance);
    this.subscriptions = "/subscriptions/" + author.slug();
    this.list = "/lists/" + author.slug() + "/subscriptions";
  }

  private JsonNode importAll(boolean dryRun, List<Map<String, Object>> members) {
    Reply reply =
        author
            .api()
            .post(
                "/auxilia" + subscriptions + "/members/import",
                json("members", members, "dry_run", dryRun));
    assertEquals(200, reply.status(), reply.body().toString());
    return reply.data();
  }

  private static Map<String, Object> member(String email) {
    return json("email", email, "name", "");
  }

  private long total() {
    return author.api().get(list).data().at("/pagination/total").asLong();
  }

  private static List<String> refusals(JsonNode report) {
    List<String> refusals = new ArrayList<>();
    report
        .get("refused")
        .forEach(one -> refusals.add(one.get("index").asInt() + " " + one.get("reason").asText()));
    return refusals;
  }

  @Test
  void everyRefusedEntryIsNamedWithItsReasonAndAPreviewSaysTheSame() {
    author
        .api()
        .put(
            "/lists/" + author.slug() + "/email_settings",
            json("email_deny_list", List.of("denied.example")));
    String left = ApiClient.newEmail();
    String there = ApiClient.newEmail();
    importAll(false, List.of(member(left), member(there)));
    assertEquals(200, new ApiClient(author.instance()).login(left).delete(subscriptions).status());
    String fresh = ApiClient.newEmail();
    List<Map<String, Object>> members = new ArrayList<>();
    members.add(member("no address"));
    members.add(member("a@denied.example"));
    members.add(member(fresh));
    members.add(member(fresh.toUpperCase(Locale.ROOT)));
    members.add(member(left));
    members.add(member(there));
    members.add(json("name", "Nobody"));
    List<String> reasons =
        List.of(
            "0 invalid", "1 denied", "3 duplicate", "4 suppressed", "5 subscribed", "6 invalid");

    JsonNode preview = importAll(true, members);
    assertEquals(1, preview.get("added").asInt());
    assertEquals(reasons, refusals(preview));
    assertEquals("no address", preview.at("/refused/0/email").textValue());
    assertEquals("", preview.at("/refused/5/email").textValue());
    assertEquals(1, total(), "a preview changes nothing");

    JsonNode report = importAll(false, members);
    assertEquals(1, report.get("added").asInt());
    assertEquals(reasons, refusals(report));
    assertEquals(2, total());
  }

  @Test
  void onlyTheOwnerImports() {
    Reply refused =
        author
            .somebodyElse()
            .post("/auxilia" + subscriptions + "/members/import", json("members", List.of()));
    assertEquals(403, refused.status(), refused.body().toString());
  }

  @Test
  void theOwnerDownloadsAllSubscribersAsATable() {
    String formula = "=cmd" + ApiClient.newEmail();
    String email = ApiClient.newEmail();
    importAll(false, List.of(json("email", email, "name", "Wren, \"Ada\""), member(formula)));

    String table =
        author
            .api()
            .exchange("GET", "/api" + list + ".csv", "application/json", BodyPublishers.noBody())
            .body();

    assertTrue(table.startsWith("email,name,type,paid_expiry,email_enabled,"), table);
    assertTrue(table.contains(email + ",\"Wren, \"\"Ada\"\"\",free,,true,"), table);
    assertFalse(table.contains("\n=cmd"), "no formulas for spreadsheets");
    assertEquals(403, author.somebodyElse().get(list + ".csv").status());
  }
}
