package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.AttachmentDao;
import com.quaily.database.Database;
import com.quaily.job.RecurringJob;
import com.quaily.media.ImageProcessor;
import com.quaily.model.Site;
import com.quaily.resource.media.AttachmentResource;
import com.quaily.resource.media.PhotoResource;
import com.quaily.service.media.AttachmentService;
import com.quaily.service.media.CoverCropper;
import com.quaily.service.media.MediaCheck;
import com.quaily.service.media.Unsplash;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Uploaded images and stock photos. */
public final class MediaModule implements ProgramModule {

  private static final int IMAGES_AT_ONCE = 2;
  private static final Duration CROP_PAUSE = Duration.ofSeconds(3);

  private final Site site;
  private final AttachmentService attachmentService;
  private final MediaCheck mediaCheck;
  private final CoverCropper coverCropper;
  private final Unsplash unsplash;

  MediaModule(Settings settings, Database database, ObjectStorage storage, Clock clock) {
    site = settings.site();
    AttachmentDao attachmentDao = database.dao(AttachmentDao.class);
    ImageProcessor imageProcessor = new ImageProcessor(IMAGES_AT_ONCE);
    attachmentService = new AttachmentService(attachmentDao, storage, imageProcessor, clock);
    mediaCheck = new MediaCheck(attachmentDao, storage, clock);
    coverCropper = new CoverCropper(attachmentDao, storage, imageProcessor, clock);
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

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(new RecurringJob("cover-crops", CROP_PAUSE, coverCropper::makeMissing));
  }
}
