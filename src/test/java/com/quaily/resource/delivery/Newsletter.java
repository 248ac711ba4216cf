package com.quaily.resource.delivery;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import com.quaily.wiring.process.Role;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A channel with subscribers, for tests of deliveries. */
final class Newsletter {

  private final Author author;
  private final StoredData data;

  Newsletter(TestInstance instance) {
    author = Author.of(instance);
    data = new StoredData(instance);
  }

  /**
   * Starts an instance that sends its emails to an SMTP server.
   *
   * @param more further settings
   */
  static TestInstance sendingTo(String server, Path directory, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("delivery.transports", List.of(server));
    settings.put("mail.from", "Letters <post@letters.example>");
    TestInstance instance =
        TestInstance.start(directory, Role.all(), TestInstance.migratedDatabase(), settings);
    instance.started().join();
    return instance;
  }

  Author author() {
    return author;
  }

  StoredData data() {
    return data;
  }

  /** Adds a subscriber; returns the address. */
  String subscriber() {
    return subscribers(1).get(0);
  }

  List<String> subscribers(int number) {
    List<String> emails = Stream.generate(ApiClient::newEmail).limit(number).toList();
    add(emails);
    return emails;
  }

  /** Adds subscribers with these addresses. */
  void add(List<String> emails) {
    List<Map<String, Object>> members =
        emails.stream().map(email -> json("email", email, "name", "Reader")).toList();
    Reply added =
        author
            .api()
            .post(
                "/auxilia/subscriptions/" + author.slug() + "/members/add",
                json("members", members));
    assertEquals(200, added.status(), () -> added.body().toString());
  }

  /** A subscriber who pays. */
  String premiumSubscriber() {
    String email = subscriber();
    data.execute(
        "update subscription set type = 'gold' where user_id ="
            + " (select id from app_user where email = ?)",
        email);
    return email;
  }

  Reply deliver(String post, Object body) {
    return author.api().put(author.posts() + "/" + post + "/deliver", body);
  }

  /** The newest delivery. */
  JsonNode task() {
    return author.api().get(deliveries()).data().get("items").get(0);
  }

  String deliveries() {
    return "/lists/" + author.slug() + "/delivery";
  }

  String path(JsonNode task) {
    return deliveries() + "/" + task.get("id").asLong();
  }

  /** Waits until the newest delivery has a status. */
  JsonNode await(String status) {
    Waiting.until("delivery " + status, () -> task().get("status").textValue().equals(status));
    return task();
  }

  /** The line of the report for an address. */
  JsonNode recipient(JsonNode task, String email) {
    return author.api().get(path(task) + "/recipients?email=" + email).data().get("items").get(0);
  }
}
