package com.quaily.service.ai;

import com.quaily.ai.Embeddings;
import com.quaily.ai.Embeddings.Payer;
import com.quaily.ai.VectorBytes;
import com.quaily.model.Limits;
import com.quaily.model.ai.AiKey;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.validation.FieldValidator;
import java.util.Base64;
import java.util.List;

/** Vectors of texts for other services. */
public final class EmbeddingService {

  private final Embeddings embeddings;

  public EmbeddingService(Embeddings embeddings) {
    this.embeddings = embeddings;
  }

  /**
   * The vectors of texts, in their order: float32, little-endian, in Base64.
   *
   * @param provider null = any
   * @param model null = any
   * @throws InvalidException naming the field
   */
  public List<String> embed(AiKey key, String provider, String model, List<String> texts) {
    if (texts.isEmpty() || texts.size() > Limits.AI_INPUTS) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "input", "must have 1 to " + Limits.AI_INPUTS + " texts");
    }
    if (texts.stream().anyMatch(String::isBlank)) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, "input.text", "must not be empty");
    }
    if (texts.stream().mapToInt(String::length).sum() > Limits.CONTENT) {
      throw new InvalidException(
          ErrorCode.FIELD_TOO_LONG,
          "input",
          "must have at most " + Limits.CONTENT + " characters together");
    }
    String anyProvider = FieldValidator.line("provider", provider, Limits.NAME);
    String anyModel = FieldValidator.line("model", model, Limits.NAME);
    return embeddings
        .embed(new Payer(key.caller(), null), anyProvider, anyModel, texts)
        .vectors()
        .stream()
        .map(EmbeddingService::base64)
        .toList();
  }

  private static String base64(float[] vector) {
    return Base64.getEncoder().encodeToString(VectorBytes.of(vector));
  }
}
