package com.quaily.service.post;

import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The users that a post names as its authors. */
final class PostAuthors {

  private static final String FIELD = "display_users";

  private PostAuthors() {}

  /**
   * Rejects authors that do not write for the channel. Those that a post names already may stay.
   *
   * @param ids null = not given
   */
  static void require(Channel channel, Optional<Post> existing, List<Long> ids) {
    if (ids == null) {
      return;
    }
    if (ids.size() > Limits.AUTHORS) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, FIELD, "at most " + Limits.AUTHORS + " authors are allowed");
    }
    if (ids.stream().anyMatch(Objects::isNull) || ids.stream().distinct().count() < ids.size()) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, FIELD, "must contain ids of users, each once");
    }
    for (long id : ids) {
      if (!channel.isWrittenBy(id) && existing.filter(post -> isNamed(post, id)).isEmpty()) {
        throw new InvalidException(
            ErrorCode.INVALID_FIELD,
            FIELD,
            "user " + id + " is neither the channel's owner nor a cooperator");
      }
    }
  }

  private static boolean isNamed(Post post, long id) {
    return post.userId() == id || post.displayUsers().contains(id);
  }
}
