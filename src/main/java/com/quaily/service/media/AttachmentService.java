package com.quaily.service.media;

import com.quaily.dao.AttachmentDao;
import com.quaily.media.ImageProcessor;
import com.quaily.media.ProcessedImage;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.Sha256;
import com.quaily.model.Slice;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.media.Attachment;
import com.quaily.service.crypto.Secrets;
import com.quaily.service.validation.FieldValidator;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Uploaded images, stored as WebP without metadata. */
public final class AttachmentService {

  private static final String WEBP = "image/webp";
  private static final int MAX_FILENAME = 255;
  private static final int NAME_BYTES = 16;

  private final AttachmentDao attachmentDao;
  private final ObjectStorage storage;
  private final ImageProcessor imageProcessor;
  private final Clock clock;

  public AttachmentService(
      AttachmentDao attachmentDao,
      ObjectStorage storage,
      ImageProcessor imageProcessor,
      Clock clock) {
    this.attachmentDao = attachmentDao;
    this.storage = storage;
    this.imageProcessor = imageProcessor;
    this.clock = clock;
  }

  /**
   * Stores an image; identical bytes of the same user are stored once.
   *
   * @param filename the original file name; may be null
   * @throws InvalidException when it is too large or not a supported image
   */
  public Attachment upload(long userId, byte[] content, String filename) {
    requireSize(content);
    String checksum = Sha256.hex(content);
    Optional<Attachment> known = attachmentDao.selectByChecksum(userId, checksum);
    return known.orElseGet(() -> keep(userId, content, name(filename), checksum));
  }

  /**
   * Throws what uploading the image would, without storing it.
   *
   * @throws InvalidException when it is too large or not a supported image
   */
  public void check(byte[] content) {
    requireSize(content);
    imageProcessor.process(content);
  }

  private static void requireSize(byte[] content) {
    if (content.length > Limits.ATTACHMENT) {
      throw new InvalidException(
          ErrorCode.ATTACHMENT_TOO_LARGE,
          "file",
          "has " + content.length + " bytes, " + Limits.ATTACHMENT + " are allowed");
    }
  }

  /** The user's own images, newest first. */
  public Slice<Attachment> list(Caller caller, int offset, int limit) {
    return new Slice<>(
        attachmentDao.selectByUser(caller.userId(), offset, limit),
        attachmentDao.countByUser(caller.userId()),
        offset,
        limit);
  }

  private static String name(String filename) {
    String name = filename == null ? "" : filename.replaceAll("[\\p{Cntrl}]", "");
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return FieldValidator.text("filename", last, MAX_FILENAME * 4)
        .substring(0, Math.min(last.length(), MAX_FILENAME));
  }

  private Attachment keep(long userId, byte[] content, String filename, String checksum) {
    ProcessedImage image = imageProcessor.process(content);
    // Random, so that the URL cannot be guessed from the content.
    String hashId = Secrets.newHex(NAME_BYTES);
    Instant now = clock.instant();
    Attachment attachment =
        new Attachment(
            0,
            userId,
            hashId,
            image.webp().length,
            image.width(),
            image.height(),
            image.variants().stream().map(ProcessedImage.Variant::width).toList(),
            WEBP,
            "media/" + hashId + ".webp",
            filename,
            image.originalMimeType(),
            checksum,
            now,
            now);
    // First the files, then the row: everything in the database can be shown.
    for (ProcessedImage.Variant variant : image.variants()) {
      storage.put("media/" + hashId + "-" + variant.width() + "w.webp", variant.webp(), WEBP);
    }
    storage.put(attachment.pathname(), image.webp(), WEBP);
    return attachmentDao.insertIfAbsent(attachment).orElseGet(() -> known(attachment));
  }

  /** The same image was uploaded at the same time and won; these files belong to no one. */
  private Attachment known(Attachment loser) {
    files(loser).forEach(storage::delete);
    return attachmentDao.selectByChecksum(loser.userId(), loser.checksum()).orElseThrow();
  }

  private static List<String> files(Attachment attachment) {
    List<String> files = new ArrayList<>(List.of(attachment.pathname()));
    attachment
        .variantWidths()
        .forEach(width -> files.add("media/" + attachment.hashId() + "-" + width + "w.webp"));
    return files;
  }
}
