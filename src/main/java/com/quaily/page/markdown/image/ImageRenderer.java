package com.quaily.page.markdown.image;

import com.quaily.page.markdown.node.InlineMath;
import com.quaily.page.markdown.render.DialectRenderer;
import com.quaily.page.markdown.render.MediaSize;
import com.quaily.page.markdown.render.RenderPass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders images, and paragraphs of images, which become figures and embeds. */
public final class ImageRenderer extends DialectRenderer {
  private static final String SIZES = "(max-width: 720px) 100vw, 720px";

  private final EmbedRenderer embeds;

  public ImageRenderer(RenderPass pass, HtmlNodeRendererContext nodes) {
    super(pass, nodes, Set.of(Image.class, Paragraph.class));
    this.embeds = new EmbedRenderer(pass, html);
  }

  @Override
  public void render(Node node) {
    if (node instanceof Image image) {
      inline(image);
    } else if (node.getFirstChild() != null && isBlockOfImages(node)) {
      imageBlocks(node);
    } else {
      paragraph(node);
    }
  }

  private void paragraph(Node paragraph) {
    Node list = paragraph.getParent() == null ? null : paragraph.getParent().getParent();
    boolean bare = list instanceof ListBlock block && block.isTight();
    if (bare || paragraph.getFirstChild() instanceof InlineMath math && isDisplayAlone(math)) {
      renderChildren(paragraph);
    } else {
      block("p", Map.of(), paragraph);
    }
  }

  private static boolean isDisplayAlone(InlineMath math) {
    return math.isDisplay() && math.getNext() == null;
  }

  /**
   * Whether a paragraph contains only images, at least one of which is not allowed in a paragraph.
   */
  private boolean isBlockOfImages(Node paragraph) {
    boolean someIsBlock = false;
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      Optional<Image> image = imageOf(node);
      if (image.isEmpty() && !isLineBreak(node)) {
        return false;
      }
      someIsBlock |= image.isPresent() && isBlock(image.get());
    }
    return someIsBlock;
  }

  private boolean isBlock(Image image) {
    ImageSpec spec = ImageSpec.of(image);
    return !spec.caption().isEmpty() || !spec.align().isEmpty() || embeds.find(spec).isPresent();
  }

  private static Optional<Image> imageOf(Node node) {
    if (node instanceof Image image) {
      return Optional.of(image);
    }
    boolean linked =
        node instanceof Link
            && node.getFirstChild() instanceof Image
            && node.getFirstChild() == node.getLastChild();
    return linked ? Optional.of((Image) node.getFirstChild()) : Optional.empty();
  }

  private void imageBlocks(Node paragraph) {
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      Optional<Image> image = imageOf(node);
      if (image.isPresent()) {
        html.line();
        imageBlock(node, ImageSpec.of(image.get()));
        html.line();
      }
    }
  }

  private void imageBlock(Node node, ImageSpec spec) {
    Optional<Embed> embed = embeds.find(spec);
    if (embed.isPresent()) {
      embeds.block(embed.get(), spec);
      return;
    }
    html.tag("figure", Map.of("class", classes("image", spec.align())));
    if (node instanceof Link) {
      renderNode(node);
    } else {
      image(spec, "");
    }
    if (!spec.caption().isEmpty()) {
      html.tag("figcaption");
      html.text(pass.prose(spec.caption()));
      html.tag("/figcaption");
    }
    html.tag("/figure");
  }

  private void inline(Image image) {
    ImageSpec spec = ImageSpec.of(image);
    Optional<Embed> embed = embeds.find(spec);
    if (embed.isPresent()) {
      embeds.inline(embed.get(), spec, image.getParent() instanceof Link);
    } else {
      image(spec, spec.align());
    }
  }

  private void image(ImageSpec spec, String align) {
    Optional<MediaSize> size = context().media().find(spec.bareUrl());
    boolean own = size.isPresent() || !pass.links().leadsOutside(spec.bareUrl());
    Optional<String> url = pass.links().media(own ? spec.bareUrl() : spec.url());
    if (url.isEmpty()) {
      html.text(spec.alt());
      return;
    }
    String source = encoded(url.get());
    boolean first = pass.addImage(source);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("src", source);
    attributes.put("alt", spec.alt());
    Optional<MediaSize> known = size.filter(MediaSize::isKnown);
    // Emails and feeds have no style sheet, and a percentage as an attribute gives no height.
    boolean byClass = context().isPage() && spec.isShare() && known.isPresent();
    putSize(attributes, byClass ? spec.withoutSize() : spec, known);
    if (!align.isEmpty()) {
      attributes.put(context().isPage() ? "class" : "align", classes("", align));
    }
    if (byClass) {
      attributes.merge("class", shareClass(spec), (before, share) -> share + " " + before);
    }
    if (context().isPage()) {
      size.ifPresent(media -> putVariants(attributes, source, media));
      attributes.put("loading", first ? "eager" : "lazy");
      if (first) {
        attributes.put("fetchpriority", "high");
      }
      attributes.put("decoding", "async");
    }
    html.tag("img", attributes, true);
  }

  private String classes(String base, String align) {
    if (align.isEmpty()) {
      return base;
    }
    String own = context().isPage() || !base.isEmpty() ? "align-" + align : align;
    return base.isEmpty() ? own : base + " " + own;
  }

  /** The page's style sheet expects it as the first class. */
  private static String shareClass(ImageSpec spec) {
    return "share-" + spec.width().replace("%", "");
  }

  private static void putSize(
      Map<String, String> attributes, ImageSpec spec, Optional<MediaSize> size) {
    String width = spec.width();
    String height = spec.height();
    if (size.isPresent()) {
      double ratio = (double) size.get().width() / size.get().height();
      if (width.isEmpty() && height.isEmpty()) {
        width = String.valueOf(size.get().width());
        height = String.valueOf(size.get().height());
      } else if (width.isEmpty()) {
        width = String.valueOf(Math.max(1, Math.round(Integer.parseInt(height) * ratio)));
      } else if (height.isEmpty() && !spec.isShare()) {
        height = String.valueOf(Math.max(1, Math.round(Integer.parseInt(width) / ratio)));
      }
    }
    if (!width.isEmpty()) {
      attributes.put("width", width);
    }
    if (!height.isEmpty()) {
      attributes.put("height", height);
    }
  }

  private static void putVariants(Map<String, String> attributes, String source, MediaSize size) {
    String sources = size.sources(source);
    if (!sources.isEmpty()) {
      attributes.put("srcset", sources);
      attributes.put("sizes", SIZES);
    }
  }

  private static boolean isLineBreak(Node node) {
    return node instanceof SoftLineBreak || node instanceof HardLineBreak;
  }
}
