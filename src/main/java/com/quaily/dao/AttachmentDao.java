package com.quaily.dao;

import com.quaily.model.media.Attachment;
import java.time.Instant;
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

  /** Asks for the crops of an image that is a cover now; does nothing if they were asked for. */
  void requestCrops(@Param("pathname") String pathname, @Param("now") Instant now);

  /** Images whose crops were asked for and are missing, the longest waiting first. */
  List<Attachment> selectUncropped(int limit);

  /** The crops of the image are stored. */
  void updateCropped(@Param("id") long id, @Param("now") Instant now);

  /** The image cannot be cropped; the next save of a post with this cover asks again. */
  void withdrawCrops(long id);

  /** Those of the storage keys whose crops are stored. */
  List<String> selectCropped(@Param("pathnames") List<String> pathnames);
}
