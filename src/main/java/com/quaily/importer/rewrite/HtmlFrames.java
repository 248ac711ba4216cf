package com.quaily.importer.rewrite;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns frames, which pages do not show, into embeds or links. */
final class HtmlFrames {
  private static final int MAX_LENGTH = 4000;
  private static final Pattern CLOSING =
      Pattern.compile("</iframe\\s{0,9}+>", Pattern.CASE_INSENSITIVE);
  // Our dialect knows the addresses of these players as they are.
  private static final Pattern PLAYER =
      Pattern.compile(
          "https?://(?:www\\.|m\\.)?(?:youtube(?:-nocookie)?\\.com/embed/|open\\.spotify\\.com/embed/)"
              + "[^\\s()<>]{1,500}");
  private static final Pattern BILIBILI =
      Pattern.compile(
          "https?://player\\.bilibili\\.com/player\\.html\\?(?:[^\\s#]{0,300}&)?"
              + "(?:bvid=(BV\\w{8,14})|aid=(\\d{1,15}))(?:[&#]\\S{0,300})?");
  private static final Pattern VIMEO =
      Pattern.compile("https?://player\\.vimeo\\.com/video/(\\d{1,15})(?:[?/#]\\S{0,300})?");

  private final String source;
  private final RewrittenText output;

  HtmlFrames(String source, RewrittenText output) {
    this.source = source;
    this.output = output;
  }

  /**
   * Writes the frame whose tag starts here.
   *
   * @return the position after its end tag
   */
  int write(String tag, int position, int limit, boolean inBlock) {
    int end = position + tag.length();
    if (tag.startsWith("</")) {
      return end;
    }
    Matcher closing =
        CLOSING.matcher(source).region(end, Math.max(end, Math.min(limit, end + MAX_LENGTH)));
    String markdown = markdown(position, address(tag));
    if (inBlock && !markdown.isEmpty()) {
      output.paragraph(markdown);
    } else {
      output.append(markdown);
    }
    return closing.find() ? closing.end() : end;
  }

  private static String address(String tag) {
    Optional<TagAttribute> address =
        TagAttribute.of(tag, "src").or(() -> TagAttribute.of(tag, "data-src"));
    String url = address.map(TagAttribute::value).orElse("").replace("&amp;", "&");
    return url.startsWith("//") ? "https:" + url : url;
  }

  private String markdown(int position, String url) {
    if (PLAYER.matcher(url).matches()) {
      return "![](" + url + ")";
    }
    Matcher bilibili = BILIBILI.matcher(url);
    if (bilibili.matches()) {
      String video = bilibili.group(1) == null ? "av" + bilibili.group(2) : bilibili.group(1);
      return "![](https://www.bilibili.com/video/" + video + ")";
    }
    Matcher vimeo = VIMEO.matcher(url);
    if (vimeo.matches()) {
      return "<https://vimeo.com/" + vimeo.group(1) + ">";
    }
    if (!url.matches("https?://[^\\s<>]+")) {
      output.warn(position, "frame removed: it has no web address");
      return "";
    }
    output.warn(position, "the frame of " + url + " became a link");
    return "<" + url + ">";
  }
}
