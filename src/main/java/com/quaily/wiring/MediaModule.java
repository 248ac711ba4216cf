package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.AttachmentDao;
import com.quaily.database.Database;
import com.quaily.media.ImageProcessor;
import com.quaily.model.Site;
import com.quaily.resource.media.AttachmentResource;
import com.quaily.resource.media.PhotoResource;
import com.quaily.service.media.AttachmentService;
import com.quaily.service.media.MediaCheck;
import com.quaily.service.media.Unsplash;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.util.List;

/** Uploaded images and stock photos. */
public final class MediaModule implements ProgramModule {

  private static final int IMAGES_AT_ONCE = 2;

  private final Site site;
  private final AttachmentService attachmentService;
  private final MediaCheck mediaCheck;
  private final Unsplash unsplash;

  MediaModule(Settings settings, Database database, ObjectStorage storage, Clock clock) {
    site = settings.site();
    attachmentService =
        new AttachmentService(
            database.dao(AttachmentDao.class), storage, new ImageProcessor(IMAGES_AT_ONCE), clock);
    mediaCheck = new MediaCheck(database.dao(AttachmentDao.class), storage, clock);
    unsplash = new Unsplash(settings.unsplash());
  }

  /** Finds images that no upload knows. */
  public MediaCheck mediaCheck() {
    return mediaCheck;
  }

  public AttachmentService attachmentService() {
    return attachmentService;
  }

  Unsplash unsplash() {
    return unsplash;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(new AttachmentResource(attachmentService, site), new PhotoResource(unsplash));
  }
}
