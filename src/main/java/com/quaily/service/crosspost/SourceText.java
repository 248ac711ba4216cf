package com.quaily.service.crosspost;

import com.quaily.model.Sha256;
import com.quaily.model.post.Paywall;
import com.quaily.model.post.Post;
import com.quaily.page.markdown.TextBlocks;
import com.quaily.page.markdown.TextBlocks.TextBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The text of a post as it is translated: its title, its summary and its blocks, in order. */
final class SourceText {

  private final Post post;
  private final List<String> texts = new ArrayList<>();

  SourceText(Post post) {
    this.post = post;
    texts.add(post.title());
    texts.add(post.summary());
    TextBlocks.of(content()).blocks().stream().map(TextBlock::text).forEach(texts::add);
  }

  /** With the paid part and its mark. */
  String content() {
    return Paywall.join(post.content(), post.paidContent());
  }

  /** The hash of the whole text; the same as in {@code CrossPostDao.xml}. */
  static byte[] hash(Post post) {
    return Sha256.of(
        String.join("\n", post.title(), post.summary(), post.content(), post.paidContent()));
  }

  /** The hashes of its texts, in order. */
  List<String> hashes() {
    return texts.stream().map(SourceText::hash).toList();
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }

  /** Number of texts that were not there before. */
  int changedSince(List<String> hashes) {
    HashSet<String> known = new HashSet<>(hashes);
    return (int) texts.stream().filter(text -> !known.contains(hash(text))).count();
  }

  /**
   * The translated texts of a post as its writers left them, by the hashes of their originals.
   * Empty when they added or removed a paragraph, so that paragraphs can no longer be matched.
   *
   * @param hashes of the original that was translated
   */
  static Map<String, String> kept(Post translated, List<String> hashes) {
    List<String> texts = new SourceText(translated).texts;
    Map<String, String> kept = new HashMap<>();
    if (texts.size() == hashes.size()) {
      for (int i = 0; i < texts.size(); i++) {
        kept.putIfAbsent(hashes.get(i), texts.get(i));
      }
    }
    return kept;
  }
}
