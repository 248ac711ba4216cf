package com.quaily.page.markdown.render;

import java.util.List;

/**
 * A rendered text and what was noticed on the way.
 *
 * @param html well-balanced, safe HTML without a surrounding element
 * @param outline the headings in order
 * @param mermaid whether the text holds a diagram that the page's script has to draw
 * @param enclosures the audio and video files in order
 * @param images the addresses of the images in order, as they stand in the HTML
 * @param references the posts and channels of this site that are embedded, in order
 */
public record RenderedMarkdown(
    String html,
    List<OutlineHeading> outline,
    boolean mermaid,
    List<Enclosure> enclosures,
    List<String> images,
    List<PostReference> references) {
  public RenderedMarkdown {
    outline = List.copyOf(outline);
    enclosures = List.copyOf(enclosures);
    images = List.copyOf(images);
    references = List.copyOf(references);
  }
}
