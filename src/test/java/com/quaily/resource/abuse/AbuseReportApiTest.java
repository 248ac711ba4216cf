package com.quaily.resource.abuse;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.Limits;
import com.quaily.model.abuse.AbuseReport;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.resource.StoredData;
import com.quaily.service.abuse.AbuseReports;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class AbuseReportApiTest {

  private static final String REPORTS = "/auxilia/reports";

  private final Author author;
  private final ApiClient reader;
  private final AbuseReports queue;
  private final StoredData data;

  AbuseReportApiTest(TestInstance instance) {
    this.author = Author.of(instance);
    this.reader = new ApiClient(instance);
    this.data = new StoredData(instance);
    this.queue = instance.instance().modules().orElseThrow().abuse().abuseReports();
  }

  private List<AbuseReport> open() {
    return queue.open(1_000).stream()
        .filter(report -> queue.address(report).contains("/" + author.slug()))
        .toList();
  }

  private void assertRefused(Reply reply, int status, ErrorCode code, String field) {
    assertEquals(status, reply.status(), reply.body().toString());
    assertEquals(code.number(), reply.code());
    assertEquals(field, reply.body().path("field").asText());
  }

  @Test
  void aReportOfAPostWaitsForTheOperatorUntilTheyCloseIt() {
    author.published("bad", "Text");

    JsonNode subject = reader.get(REPORTS + "/opponent?list=" + author.slug() + "&post=bad").data();
    Reply reply =
        reader.post(
            REPORTS,
            json(
                "list", author.slug(),
                "post", "bad",
                "reason", "copyright",
                "text", " My words ",
                "email", "Robin@Example.com"));

    assertEquals(author.slug(), subject.at("/list/slug").textValue());
    assertEquals("About bad", subject.get("post_title").textValue());
    assertTrue(subject.get("reasons").toString().contains("\"copyright\""));
    assertEquals(200, reply.status(), reply.body().toString());
    AbuseReport report = open().get(0);
    assertEquals("My words", report.text());
    assertEquals("robin@example.com", report.email());
    assertTrue(queue.address(report).endsWith("/" + author.slug() + "/p/bad"));
    queue.close(report.id(), "removed the post");
    assertEquals(List.of(), open());
    assertEquals("removed the post", queue.get(report.id()).note());
    assertThrows(NotFoundException.class, () -> queue.close(report.id(), "again"));
  }

  @Test
  void aReportNeedsASubjectAReasonAndSometimesWords() {
    assertRefused(
        reader.post(REPORTS, json("reason", "spam")), 422, ErrorCode.MISSING_FIELD, "list");
    assertRefused(
        reader.post(REPORTS, json("list", author.slug(), "reason", "boring")),
        422,
        ErrorCode.INVALID_FIELD,
        "reason");
    assertRefused(
        reader.post(REPORTS, json("list", author.slug(), "reason", "other")),
        422,
        ErrorCode.MISSING_FIELD,
        "text");
    assertRefused(
        reader.post(
            REPORTS, json("list", author.slug(), "reason", "spam", "text", "x".repeat(4_001))),
        422,
        ErrorCode.FIELD_TOO_LONG,
        "text");
    assertRefused(
        reader.post(REPORTS, json("list", author.slug(), "reason", "spam", "email", "nobody")),
        422,
        ErrorCode.EMAIL_INVALID,
        "email");
    assertEquals(List.of(), open());
  }

  @Test
  void fiveHundredOpenReportsAboutAChannelAreTheMost() {
    data.execute(
        "insert into abuse_report (channel_id, reason, text, email, created_at)"
            + " select c.id, 'SPAM', '', '', now() from channel c, generate_series(1, ?)"
            + " where c.slug = ?",
        Limits.OPEN_REPORTS - 1,
        author.slug());

    assertEquals(200, reportSpam().status());
    Reply full = reportSpam();
    assertEquals(429, full.status(), full.body().toString());
    assertTrue(full.response().headers().firstValue("Retry-After").isPresent());

    data.execute(
        "update abuse_report set closed_at = now() where channel_id ="
            + " (select id from channel where slug = ?)",
        author.slug());
    assertEquals(200, reportSpam().status());
  }

  private Reply reportSpam() {
    return reader.post(REPORTS, json("list", author.slug(), "reason", "spam"));
  }

  @Test
  void whatDoesNotExistCannotBeReported() {
    author.draft("draft", "Secret");
    assertEquals(404, reader.get(REPORTS + "/opponent?list=no-such-list").status());
    assertEquals(
        404, reader.get(REPORTS + "/opponent?list=" + author.slug() + "&post=draft").status());
    assertEquals(
        404,
        reader.get(REPORTS + "/opponent?trace_id=00000000-0000-0000-0000-000000000000").status());
  }
}
