package com.quaily.dao;

import com.quaily.model.media.Attachment;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Uploaded images. */
public interface AttachmentDao {

  /** Ignores the given id. Empty if the user has already uploaded the same bytes. */
  Optional<Attachment> insertIfAbsent(Attachment attachment);

  /** An earlier upload of the same bytes by the same user. */
  Optional<Attachment> selectByChecksum(
      @Param("userId") long userId, @Param("checksum") String checksum);

  /** A user's images, newest first. */
  List<Attachment> selectByUser(
      @Param("userId") long userId, @Param("offset") int offset, @Param("limit") int limit);

  long countByUser(long userId);

  /** By storage key, for example {@code media/ab12.webp}. */
  Optional<Attachment> selectByPathname(String pathname);

  /** Those of the hashes that belong to an upload. */
  List<String> selectKnown(@Param("hashIds") List<String> hashIds);
}
