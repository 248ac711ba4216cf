package com.quaily.resource;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.model.Limits;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Limits that count before they add hold when 32 requests come at once. */
@ExtendWith(SharedInstance.class)
class ConcurrentLimitsTest {

  private static final int AT_ONCE = 32;

  private final TestInstance instance;
  private final StoredData data;
  private final String email = ApiClient.newEmail();

  ConcurrentLimitsTest(TestInstance instance) {
    this.instance = instance;
    this.data = new StoredData(instance);
  }

  private static long succeeded(Supplier<Reply> request)
      throws InterruptedException, ExecutionException {
    ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Reply>> replies = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        replies.add(clients.submit(request::get));
      }
      long succeeded = 0;
      for (Future<Reply> reply : replies) {
        succeeded += reply.get().status() == 200 ? 1 : 0;
      }
      return succeeded;
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void anAddressGetsTenLoginCodes() throws Exception {
    assertEquals(
        10, succeeded(() -> new ApiClient(instance).post("/auth/code", json("email", email))));
  }

  @Test
  void anAddressGetsTenConfirmations() throws Exception {
    Author author = Author.of(instance);
    String path = "/subscriptions/" + author.slug();

    assertEquals(10, succeeded(() -> new ApiClient(instance).post(path, json("email", email))));
  }

  @Test
  void aUserHasFiftyApiKeys() throws Exception {
    ApiClient user = new ApiClient(instance).login(email);
    for (int i = 0; i < Limits.API_KEYS - 2; i++) {
      assertEquals(200, user.post("/apikeys", json("name", "x")).status());
    }

    assertEquals(2, succeeded(() -> user.post("/apikeys", json("name", "x"))));
  }

  @Test
  void aUserHasFiftyChannels() throws Exception {
    Author author = Author.of(instance);
    data.execute(
        "insert into channel (slug, title, user_id, created_at, updated_at)"
            + " select c.slug || '-' || n, 'x', user_id, now(), now()"
            + " from channel c, generate_series(1, ?) n where c.slug = ?",
        Limits.CHANNELS - 3,
        author.slug());

    assertEquals(
        2,
        succeeded(
            () -> author.api().post("/lists", json("slug", ApiClient.newSlug(), "title", "x"))));
  }

  @Test
  void aChannelHasAHundredPacks() throws Exception {
    Author author = Author.of(instance);
    data.execute(
        "insert into pack (channel_id, title, created_at, updated_at)"
            + " select c.id, 'x', now(), now()"
            + " from channel c, generate_series(1, ?) n where c.slug = ?",
        Limits.PACKS - 2,
        author.slug());
    String path = "/lists/" + author.slug() + "/packs";

    assertEquals(2, succeeded(() -> author.api().post(path, json("title", "x"))));
  }

  @Test
  void oneCodeLogsInOnce() throws Exception {
    String code = new ApiClient(instance).codeFor(email, "login");

    assertEquals(
        1,
        succeeded(
            () -> new ApiClient(instance).post("/auth/login", json("email", email, "code", code))));
  }
}
