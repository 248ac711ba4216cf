package com.quaily.service.delivery;

import com.quaily.database.Transactions;
import com.quaily.delivery.mailing.Corrections;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Correction;
import com.quaily.model.post.Post;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.post.PostLookup;
import com.quaily.service.post.PostService;
import com.quaily.service.validation.FieldValidator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells readers of changes of posts that were sent. */
public final class PostCorrections {

  private final Transactions transactions;
  private final PostLookup lookup;
  private final PostService posts;
  private final Corrections corrections;
  private final Clock clock;

  public PostCorrections(
      Transactions transactions,
      PostLookup lookup,
      PostService posts,
      Corrections corrections,
      Clock clock) {
    this.transactions = transactions;
    this.lookup = lookup;
    this.posts = posts;
    this.corrections = corrections;
    this.clock = clock;
  }

  /**
   * What a writer wishes.
   *
   * @param note what changed; null or empty when nothing is said
   * @param marked whether page and feed show it
   * @param mailed whether those get the new version who got an older one
   */
  public record Wish(String note, boolean marked, boolean mailed) {}

  /** How many readers have a version of a post from before its last visible change. */
  public long countEarlierReaders(Caller caller, Channel channel, String postKey) {
    ChannelAccess.requireWriter(caller, channel);
    return corrections.countEarlierReaders(lookup.find(channel, postKey));
  }

  /**
   * Does what the writer wishes; returns how many readers get an email. A version is mailed once.
   *
   * @throws InvalidException when the post is not published, or has too many corrections
   */
  public int correct(Caller caller, Channel channel, String postKey, Wish wish) {
    ChannelAccess.requireWriter(caller, channel);
    String note = FieldValidator.line("note", wish.note(), Limits.CORRECTION);
    Post post = lookup.find(channel, postKey);
    if (!post.isPublished()) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, "post", "must be published");
    }
    // Checked before anything is sent, so that a request is refused as a whole.
    Map<String, Object> marks =
        wish.marked() ? Map.of(Correction.OPTION, marked(post, note)) : Map.of();
    int mailed = wish.mailed() ? transactions.inTransaction(() -> corrections.send(post, note)) : 0;
    if (wish.marked()) {
      posts.mergeOptions(caller, channel, postKey, marks);
    }
    return mailed;
  }

  private List<Map<String, Object>> marked(Post post, String note) {
    List<Map<String, Object>> all = new ArrayList<>();
    post.corrections().forEach(correction -> all.add(correction.toOption()));
    if (all.size() >= Limits.CORRECTIONS) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "corrections", "must be at most " + Limits.CORRECTIONS);
    }
    all.add(new Correction(clock.instant(), note).toOption());
    return all;
  }
}
