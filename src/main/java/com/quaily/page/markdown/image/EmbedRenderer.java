package com.quaily.page.markdown.image;

import com.quaily.page.markdown.render.EmbedLookup;
import com.quaily.page.markdown.render.Enclosure;
import com.quaily.page.markdown.render.LinkRules;
import com.quaily.page.markdown.render.PostReference;
import com.quaily.page.markdown.render.RenderPass;
import com.quaily.page.markdown.render.RendererTexts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Renders image syntax that refers to something other than an image. On a page, it becomes a
 * placeholder that loads nothing until the reader clicks; elsewhere, and without scripts, it is a
 * link.
 */
final class EmbedRenderer {
  private static final Pattern SITE_PATH =
      Pattern.compile("/([a-z0-9_-]{1,64})(?:/p/([a-z0-9_-]{1,200}))?/?(?:\\?([^#]*))?(?:#.*)?");

  private final RenderPass pass;
  private final HtmlWriter html;

  EmbedRenderer(RenderPass pass, HtmlWriter html) {
    this.pass = pass;
    this.html = html;
  }

  /** The embed for an image URL that is not an image. */
  Optional<Embed> find(ImageSpec spec) {
    Optional<Embed> own = pass.links().sitePath(spec.url()).flatMap(path -> ownEmbed(path, spec));
    return own.isPresent() ? own : EmbedAddress.recognize(spec.url());
  }

  private Optional<Embed> ownEmbed(String path, ImageSpec spec) {
    Matcher matcher = SITE_PATH.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String query = matcher.group(3) == null ? "" : matcher.group(3);
    boolean dark = ("&" + query + "&").contains("&theme=dark&");
    String channel = matcher.group(1);
    EmbedLookup lookup = pass.context().embeds();
    if (matcher.group(2) == null) {
      return lookup
          .channel(channel)
          .map(
              it ->
                  new Embed.Card(
                      false, it.url(), it.title(), it.summary(), it.coverImageUrl(), dark));
    }
    Optional<Embed> card =
        lookup
            .post(channel, matcher.group(2))
            .map(
                it ->
                    new Embed.Card(
                        true, it.url(), it.title(), it.summary(), it.coverImageUrl(), dark));
    // The URL of a missing or deleted post is still a page URL, not an image URL.
    return card.isPresent()
        ? card
        : Optional.of(new Embed.Card(true, spec.url(), label(spec), "", null, dark));
  }

  void block(Embed embed, ImageSpec spec) {
    notice(embed, spec);
    if (embed instanceof Embed.Card card) {
      card(card);
    } else if (!pass.context().isPage()) {
      html.tag("p");
      link(embed, spec);
      html.tag("/p");
    } else if (embed instanceof Embed.Provided provided) {
      placeholder(provided, spec);
    } else {
      file(embed, spec);
    }
  }

  /** Writes a plain link for an embed within text. */
  void inline(Embed embed, ImageSpec spec, boolean insideLink) {
    notice(embed, spec);
    if (insideLink) {
      html.text(label(embed, spec));
    } else {
      link(embed, spec);
    }
  }

  private void notice(Embed embed, ImageSpec spec) {
    if (embed instanceof Embed.Audio audio) {
      pass.links()
          .media(audio.url())
          .ifPresent(url -> pass.add(new Enclosure(url, audio.mimeType())));
    } else if (embed instanceof Embed.Video video) {
      pass.links()
          .media(video.url())
          .ifPresent(url -> pass.add(new Enclosure(url, video.mimeType())));
    } else if (embed instanceof Embed.Card card) {
      Matcher matcher = SITE_PATH.matcher(pass.links().sitePath(spec.url()).orElse(""));
      if (matcher.matches()) {
        String post = card.isPost() ? matcher.group(2) : "";
        pass.add(new PostReference(matcher.group(1), post));
      }
    }
  }

  private void placeholder(Embed.Provided embed, ImageSpec spec) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "embed embed-" + embed.provider().token());
    if (!embed.playerUrl().isEmpty()) {
      attributes.put("data-embed-src", embed.playerUrl());
      attributes.put("data-embed-title", title(spec, embed.provider().title()));
    }
    if (embed.dark()) {
      attributes.put("data-embed-theme", "dark");
    }
    html.tag("div", attributes);
    html.tag("a", linkAttributes("embed-link", embed.url()));
    html.tag("span", playAttributes());
    html.text("▶");
    html.tag("/span");
    span("embed-title", title(spec, embed.url()));
    span("embed-provider", embed.provider().title());
    html.tag("/a");
    html.tag("/div");
  }

  private static Map<String, String> playAttributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "embed-play");
    attributes.put("aria-hidden", "true");
    return attributes;
  }

  private void file(Embed embed, ImageSpec spec) {
    Optional<String> url = pass.links().media(embed.url());
    if (url.isEmpty()) {
      html.text(label(spec));
      return;
    }
    boolean audio = embed instanceof Embed.Audio;
    String name = audio ? "audio" : "video";
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("controls", "controls");
    attributes.put("preload", "none");
    attributes.put("src", url.get());
    if (!audio && !spec.width().isEmpty()) {
      attributes.put("width", spec.width());
    }
    if (!audio && !spec.height().isEmpty()) {
      attributes.put("height", spec.height());
    }
    attributes.put(
        "aria-label", title(spec, pass.word(audio ? RendererTexts.AUDIO : RendererTexts.VIDEO)));
    html.tag("figure", Map.of("class", "media media-" + name));
    html.tag(name, attributes);
    html.tag("/" + name);
    address(url.get());
    if (!title(spec, "").isEmpty()) {
      html.tag("figcaption");
      html.text(pass.prose(title(spec, "")));
      html.tag("/figcaption");
    }
    html.tag("/figure");
  }

  /** The address of a file, which the style sheet shows on paper. */
  private void address(String url) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "media-address");
    attributes.put("href", url);
    html.tag("a", attributes);
    html.text(pass.links().absolute(url));
    html.tag("/a");
  }

  private void card(Embed.Card card) {
    Optional<String> cover = Optional.ofNullable(card.coverImageUrl()).flatMap(pass.links()::media);
    if (!pass.context().isPage()) {
      plainCard(card, cover);
      return;
    }
    String kind = card.isPost() ? "card card-post" : "card card-channel";
    html.tag("div", Map.of("class", card.dark() ? kind + " card-dark" : kind));
    html.tag("a", linkAttributes("card-link", card.url()));
    cover.ifPresent(url -> html.tag("img", coverAttributes(url), true));
    span("card-title", card.title());
    if (!card.summary().isEmpty()) {
      span("card-summary", card.summary());
    }
    html.tag("/a");
    html.tag("/div");
  }

  private static Map<String, String> coverAttributes(String url) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "card-cover");
    attributes.put("src", url);
    attributes.put("alt", "");
    attributes.put("loading", "lazy");
    attributes.put("decoding", "async");
    return attributes;
  }

  private void plainCard(Embed.Card card, Optional<String> cover) {
    Map<String, String> link = linkAttributes("", card.url());
    html.tag("p");
    if (cover.isPresent()) {
      html.tag("a", link);
      Map<String, String> image = new LinkedHashMap<>();
      image.put("src", cover.get());
      image.put("alt", "");
      html.tag("img", image, true);
      html.tag("/a");
      html.tag("br", Map.of(), true);
    }
    html.tag("a", link);
    html.tag("strong");
    html.text(card.title());
    html.tag("/strong");
    html.tag("/a");
    if (!card.summary().isEmpty()) {
      html.tag("br", Map.of(), true);
      html.text(card.summary());
    }
    html.tag("/p");
  }

  private void link(Embed embed, ImageSpec spec) {
    html.tag("a", linkAttributes("", embed.url()));
    html.text(label(embed, spec));
    html.tag("/a");
  }

  private Map<String, String> linkAttributes(String name, String url) {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (!name.isEmpty()) {
      attributes.put("class", name);
    }
    pass.links().link(url).ifPresent(safe -> attributes.put("href", safe));
    if (pass.links().leadsOutside(url)) {
      attributes.put("rel", LinkRules.OUTSIDE_REL);
    }
    return attributes;
  }

  private void span(String name, String text) {
    html.tag("span", Map.of("class", name));
    html.text(text);
    html.tag("/span");
  }

  private String label(Embed embed, ImageSpec spec) {
    if (embed instanceof Embed.Card card) {
      return card.title();
    }
    if (embed instanceof Embed.Provided provided) {
      return "▶ " + title(spec, provided.url()) + " — " + provided.provider().title();
    }
    return "▶ " + label(spec);
  }

  private static String label(ImageSpec spec) {
    return title(spec, spec.url());
  }

  /** The author's label for an embed: the title, else the alternative text, else the fallback. */
  private static String title(ImageSpec spec, String otherwise) {
    if (!spec.caption().isEmpty()) {
      return spec.caption();
    }
    return spec.alt().isEmpty() ? otherwise : spec.alt();
  }
}
