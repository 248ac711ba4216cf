package com.quaily.service.post;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.page.publishing.compose.LeakScan;
import com.quaily.service.post.PostAssembler.Draft;
import java.util.List;

/**
 * Rejects a post whose public fields contain paid text. One guard sees one save: first before the
 * channel is locked, because a scan of a long text takes its time, then under the lock, where it
 * looks again only if the text became another one in between.
 */
final class PaidLeakGuard {

  private List<String> harmless = List.of();

  /** Whether it may take a while to look at this; a text without a paid part costs nothing. */
  static boolean isConcernedWith(PostInput input) {
    return input.content() == null || input.content().contains("<!--");
  }

  /**
   * Looks for paid sentences in title, summary and free text.
   *
   * @throws InvalidException naming the field that shows one
   */
  void requireNoLeak(Draft draft) {
    Post post = draft.post();
    List<String> texts =
        List.of(post.title(), post.summary(), draft.excerpt(), post.content(), post.paidContent());
    if (texts.equals(harmless)) {
      return;
    }
    LeakScan scan = LeakScan.of(post);
    requireNoLeak(scan, "title", post.title());
    requireNoLeak(scan, "summary", post.summary());
    requireNoLeak(scan, "content", draft.excerpt());
    harmless = texts;
  }

  private static void requireNoLeak(LeakScan scan, String field, String text) {
    scan.find(text)
        .ifPresent(
            sentence -> {
              throw new InvalidException(
                  ErrorCode.PAYWALL_LEAK, field, "shows text from behind the paywall: " + sentence);
            });
  }
}
