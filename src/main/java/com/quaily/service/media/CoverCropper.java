package com.quaily.service.media;

import com.quaily.dao.AttachmentDao;
import com.quaily.media.ImageProcessor;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.media.Attachment;
import com.quaily.model.media.CoverCrop;
import com.quaily.storage.ObjectStorage;
import com.quaily.storage.StoredObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the crops of covers, in the background: no request decodes a picture for them. */
public final class CoverCropper {

  private static final Logger LOG = LoggerFactory.getLogger(CoverCropper.class);

  private static final int AT_ONCE = 20;

  private final AttachmentDao attachmentDao;
  private final ObjectStorage storage;
  private final ImageProcessor imageProcessor;
  private final Clock clock;

  public CoverCropper(
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
   * Makes all crops that are missing.
   *
   * @throws UnavailableException when storage or database cannot be reached; the next run goes on
   */
  public void makeMissing() {
    List<Attachment> some = attachmentDao.selectUncropped(AT_ONCE);
    while (!some.isEmpty()) {
      some.forEach(this::make);
      some = attachmentDao.selectUncropped(AT_ONCE);
    }
  }

  /** Each image is settled on its own: one that is broken does not hold up the others. */
  private void make(Attachment image) {
    Optional<StoredObject> stored = storage.get(image.pathname());
    if (stored.isEmpty()) {
      giveUp(image, "it is missing in storage");
      return;
    }
    try {
      Map<CoverCrop, byte[]> crops = imageProcessor.crops(stored.get().content());
      // First the files, then the row: an address that is answered can be loaded.
      crops.forEach(
          (crop, content) -> storage.put(crop.pathname(image.hashId()), content, image.mimeType()));
      attachmentDao.updateCropped(image.id(), clock.instant());
    } catch (InvalidException e) {
      giveUp(image, e.getMessage());
    }
  }

  private void giveUp(Attachment image, String reason) {
    LOG.warn("the cover {} was not cropped: {}", image.pathname(), reason);
    attachmentDao.withdrawCrops(image.id());
  }
}
