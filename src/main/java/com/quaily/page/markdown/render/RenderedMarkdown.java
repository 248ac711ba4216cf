package com.quaily.page.markdown.render;

import java.util.List;

/**
 * A rendered text and what was found in it.
 *
 * @param html well-formed, safe HTML without a surrounding element
 * @param outline the headings in order
 * @param mermaid whether the text contains a diagram that the page's script must draw
 * @param enclosures the audio and video files in order
 * @param images the image URLs in order, as in the HTML
 * @param references the embedded posts and channels of this site, in order
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
