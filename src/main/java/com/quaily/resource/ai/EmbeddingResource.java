package com.quaily.resource.ai;

import com.quaily.model.ai.AiKey;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.ai.AiKeyService;
import com.quaily.service.ai.EmbeddingService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Vectors of texts for other services. */
@Path("/embeddings")
public final class EmbeddingResource {

  private final AiKeyService keyService;
  private final EmbeddingService embeddingService;

  public EmbeddingResource(AiKeyService keyService, EmbeddingService embeddingService) {
    this.keyService = keyService;
    this.embeddingService = embeddingService;
  }

  @Access(Access.Level.SERVICE)
  @Operation(summary = "Turn texts into vectors: float32, little-endian, in Base64")
  @POST
  public ApiResponse<Embedded> embed(
      @HeaderParam(AiTaskResource.KEY) String key, EmbeddingRequest body) {
    AiKey service = keyService.authenticate(key);
    EmbeddingRequest request = RequestBodies.require(body);
    List<String> vectors =
        embeddingService.embed(service, request.provider(), request.model(), request.texts());
    List<Embedding> results = new ArrayList<>();
    for (String vector : vectors) {
      results.add(new Embedding(vector, results.size(), "embedding"));
    }
    return ApiResponse.of(new Embedded(results));
  }

  /**
   * Texts to be turned into vectors.
   *
   * @param provider null = any
   * @param model null = any
   */
  public record EmbeddingRequest(
      @Nullable String provider, @Nullable String model, @Nullable List<EmbeddingInput> input) {

    List<String> texts() {
      return input == null
          ? List.of()
          : input.stream()
              .map(item -> item == null || item.text() == null ? "" : item.text())
              .toList();
    }
  }

  /** A text. */
  public record EmbeddingInput(@Nullable String text) {}

  /** The vectors, in the order of the texts. */
  public record Embedded(List<Embedding> results) {}

  /** The vector of a text. */
  public record Embedding(String embedding, int index, String object) {}
}
