package com.quaily.testing;

import static com.quaily.testing.ApiClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.delivery.social.SocialMessage;
import com.quaily.delivery.social.SocialOutcome;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.wiring.process.Role;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** An instance whose social services are all one stub, each below its own path. */
public final class SocialInstance implements AutoCloseable {

  private static final AtomicLong TASKS = new AtomicLong(System.nanoTime());

  private final RemoteStub stub = new RemoteStub();
  private final RemoteStub hub = new RemoteStub();
  private final TestInstance instance;

  public SocialInstance(Path directory) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("social.private-addresses", true);
    settings.put("social.timeout", "2s");
    for (String service : new String[] {"telegram", "discord", "slack", "line", "x"}) {
      settings.put("social." + service + ".api-url", stub.uri("/" + service).toString());
    }
    settings.put("social.slack.hooks-url", stub.uri("/hooks").toString());
    for (String service : new String[] {"slack", "x"}) {
      settings.put("social." + service + ".client-id", "id-" + service);
      settings.put("social." + service + ".client-secret", "secret-" + service);
    }
    settings.put("websub.hubs", List.of(hub.uri("/hub").toString()));
    instance = TestInstance.start(directory, Role.all(), TestInstance.migratedDatabase(), settings);
    hub.answer("/hub", 204, "");
    instance.started().join();
  }

  public RemoteStub stub() {
    return stub;
  }

  /** The WebSub hub; it takes requests whenever a feed changes. */
  public RemoteStub hub() {
    return hub;
  }

  public TestInstance instance() {
    return instance;
  }

  /** A user with a channel. */
  public Author author() {
    return Author.of(instance);
  }

  /** Saves settings of the channel's services. */
  public Reply save(Author author, Object... settings) {
    return author.api().put("/lists/" + author.slug() + "/channel", json(settings));
  }

  /** Delivers a post to a service, as a new task. */
  public SocialOutcome deliver(Author author, String service, JsonNode post) {
    return deliver(author, service, post, newTask());
  }

  /** Delivers a post to a service. */
  public SocialOutcome deliver(Author author, String service, JsonNode post, long task) {
    return instance
        .instance()
        .modules()
        .orElseThrow()
        .social()
        .sender()
        .send(
            new SocialMessage(
                task, service, post.get("list_id").asLong(), post.get("id").asLong()));
  }

  public static long newTask() {
    return TASKS.incrementAndGet();
  }

  @Override
  public void close() throws Exception {
    instance.close();
    stub.close();
    hub.close();
  }
}
