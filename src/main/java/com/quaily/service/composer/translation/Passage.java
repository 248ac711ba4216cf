package com.quaily.service.composer.translation;

import com.quaily.page.markdown.TextBlocks;
import com.quaily.page.markdown.TextBlocks.TextBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of a post on its way.
 *
 * @param id its place among the post's texts: the title, the summary, then the blocks
 * @param masked what a model gets
 * @param before what a model gets of the text before it
 */
record Passage(int id, String source, MaskedText masked, String before) {

  static final int TITLE = 0;
  static final int SUMMARY = 1;
  static final int FIRST_BLOCK = 2;

  /** The texts of a post that hold prose. */
  static List<Passage> of(TranslationSource source, TextBlocks blocks) {
    List<String> texts = new ArrayList<>(List.of(source.title(), source.summary()));
    blocks.blocks().stream().map(TextBlock::text).forEach(texts::add);
    List<Passage> passages = new ArrayList<>();
    String before = "";
    for (int i = 0; i < texts.size(); i++) {
      MaskedText masked = MaskedText.of(texts.get(i));
      if (masked.hasProse()) {
        passages.add(new Passage(i, texts.get(i), masked, before));
        before = masked.text();
      }
    }
    return passages;
  }
}
