package com.quaily.service.composer;

import com.quaily.model.Limits;
import com.quaily.model.ai.AiImage;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.validation.FieldValidator;
import com.quaily.storage.ObjectStorage;
import com.quaily.storage.StoredObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds uploaded images for models that see. They are read from the storage, so no address that a
 * writer names is called.
 */
public final class UploadedImages {

  private static final Pattern UPLOADED =
      Pattern.compile("(?:^|/)(media/[0-9a-f]{32})(?:-\\d{1,5}w)?\\.webp$");
  private static final String WEBP = "image/webp";

  /** Enough to see what matters, and a small part of what providers accept. */
  private static final String MEDIUM = "-640w.webp";

  private static final int LARGEST = 3 << 20;

  private final ObjectStorage storage;

  public UploadedImages(ObjectStorage storage) {
    this.storage = storage;
  }

  /**
   * The image at an address of this site.
   *
   * @throws InvalidException when it is none that was uploaded here
   */
  AiImage read(String address) {
    String line = FieldValidator.requiredLine("image", address, Limits.URL);
    Matcher matcher = UPLOADED.matcher(line);
    if (!matcher.find()) {
      throw invalid("must be the address of an image that was uploaded to this site");
    }
    byte[] content =
        Stream.of(MEDIUM, ".webp")
            .map(ending -> storage.get(matcher.group(1) + ending))
            .flatMap(Optional::stream)
            .map(StoredObject::content)
            .findFirst()
            .orElseThrow(() -> invalid("is not there any more"));
    if (content.length > LARGEST) {
      throw invalid("has " + content.length + " bytes, " + LARGEST + " are allowed here");
    }
    return AiImage.of(WEBP, content);
  }

  private static InvalidException invalid(String message) {
    return new InvalidException(ErrorCode.INVALID_FIELD, "image", message);
  }
}
