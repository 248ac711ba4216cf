package com.quaily.service.composer.translation;

import com.quaily.model.ai.TaskCost;
import java.util.List;
import java.util.Map;

/**
 * A translated post.
 *
 * @param summary empty when the post has none
 * @param blocks number of blocks with prose, the title included
 * @param reused blocks whose translation was known
 * @param left blocks that stay in the original language because no translation kept their structure
 * @param cost of what a model was asked
 */
public record Translation(
    String title,
    String summary,
    String content,
    int blocks,
    int reused,
    List<String> left,
    TaskCost cost) {

  /** For storing. */
  public Map<String, Object> toMap() {
    return Map.of(
        "title", title,
        "content", content,
        "blocks", blocks,
        "reused", reused,
        "left", left,
        "cost", cost);
  }
}
