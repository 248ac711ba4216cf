package com.quaily.resource.composer;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.AiProviderStub;
import com.quaily.testing.Author;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.wiring.process.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models are configured, but no instance runs the role ai-scheduler. */
class NoSchedulerApiTest {

  private final AiProviderStub stub = new AiProviderStub();
  @TempDir private Path directory;
  private TestInstance instance;

  private Author start() {
    Set<Role> roles = EnumSet.complementOf(EnumSet.of(Role.AI_SCHEDULER));
    Map<String, Object> model =
        Map.of("name", "one", "kind", "openai", "model", "m", "class", "small", "url", stub.url());
    instance =
        TestInstance.start(
            directory,
            roles,
            TestInstance.migratedDatabase(),
            Map.of("ai.proxies", List.of(model)));
    instance.started().join();
    return Author.of(instance);
  }

  @AfterEach
  void close() throws IOException {
    instance.close();
    stub.close();
  }

  @Test
  void whatCanBeExtractedIsExtractedWithoutATask() {
    Author author = start();

    JsonNode made =
        author
            .api()
            .post(
                "/composer/metadata",
                json("title", "Cherry blossoms in Tokyo", "content", "They bloom in **April**."))
            .data();

    assertEquals("cherry-blossoms-in-tokyo", made.get("slug").textValue());
    assertFalse(made.get("summary").textValue().isBlank());
    assertEquals(0, instance.instance().modules().orElseThrow().ai().report().state().pending());
    assertTrue(stub.questions().isEmpty());
  }

  @Test
  void whatOnlyAModelCanDoSaysWhatIsMissing() {
    Reply refused =
        start().api().post("/auxilia/tasks/titles", json("content", "They bloom in April."));

    assertEquals(503, refused.status());
    assertEquals(ErrorCode.AI_NO_SCHEDULER.number(), refused.code());
  }
}
