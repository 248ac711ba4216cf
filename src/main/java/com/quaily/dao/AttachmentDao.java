package com.quaily.dao;

import com.quaily.model.media.Attachment;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Uploaded images. */
public interface AttachmentDao {

  /** Its id is ignored; empty when the user has the same bytes already. */
  Optional<Attachment> insertIfAbsent(Attachment attachment);

  /** The same bytes uploaded by the same user before. */
  Optional<Attachment> selectByChecksum(
      @Param("userId") long userId, @Param("checksum") String checksum);

  /** By storage key, for example {@code media/ab12.webp}. */
  Optional<Attachment> selectByPathname(String pathname);
}
