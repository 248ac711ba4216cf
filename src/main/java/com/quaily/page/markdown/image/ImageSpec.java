package com.quaily.page.markdown.image;

import com.quaily.page.markdown.node.NodeWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Image;

/**
 * The author's settings for an image: {@code ![alt|200x300](url?align=left "caption")}.
 *
 * @param alt the alternative text without the size
 * @param url the URL as written
 * @param bareUrl the URL without the dialect's own parameters
 * @param caption the title; empty when there is none
 * @param width pixels such as {@code 200} or a percentage such as {@code 50%}; empty when not set
 * @param height pixels; empty when not set
 * @param align left, right, center or empty
 */
record ImageSpec(
    String alt,
    String url,
    String bareUrl,
    String caption,
    String width,
    String height,
    String align) {
  private static final Pattern SIZE =
      Pattern.compile(
          "(.*?)\\s*\\|\\s*(?:(\\d{1,5})(?:\\s*[x×]\\s*(\\d{1,5}))?|(\\d{1,3}%))\\s*",
          Pattern.DOTALL);
  private static final Pattern WIDTH = Pattern.compile("[1-9]\\d{0,4}|[1-9]\\d?%|100%");
  private static final Pattern HEIGHT = Pattern.compile("[1-9]\\d{0,4}");

  static ImageSpec of(Image image) {
    String alt = NodeWalk.text(image).strip();
    String width = "";
    String height = "";
    Matcher matcher = SIZE.matcher(alt);
    if (matcher.matches()) {
      alt = matcher.group(1);
      width = orEmpty(matcher.group(4) == null ? matcher.group(2) : matcher.group(4), WIDTH);
      height = orEmpty(matcher.group(3), HEIGHT);
    }
    String url = image.getDestination();
    Query query = Query.of(url);
    String caption = image.getTitle() == null ? "" : image.getTitle().strip();
    return new ImageSpec(
        alt,
        url,
        query.bareUrl,
        caption,
        width.isEmpty() ? query.width : width,
        height.isEmpty() ? query.height : height,
        query.align);
  }

  /** Whether the width is a percentage of the text width. */
  boolean isShare() {
    return width.endsWith("%");
  }

  /** The same image with its natural size. */
  ImageSpec withoutSize() {
    return new ImageSpec(alt, url, bareUrl, caption, "", "", align);
  }

  private static String orEmpty(String value, Pattern allowed) {
    return value != null && allowed.matcher(value).matches() ? value : "";
  }

  /** The dialect's parameters in a URL's query, and the URL without them. */
  private static final class Query {
    private String width = "";
    private String height = "";
    private String align = "";
    private String bareUrl;

    static Query of(String url) {
      Query query = new Query();
      query.bareUrl = url;
      int mark = url.indexOf('?');
      if (mark >= 0) {
        int hash = url.indexOf('#', mark);
        int end = hash < 0 ? url.length() : hash;
        List<String> others = new ArrayList<>();
        for (String pair : url.substring(mark + 1, end).split("&")) {
          if (!query.take(pair)) {
            others.add(pair);
          }
        }
        String rest = others.isEmpty() ? "" : "?" + String.join("&", others);
        query.bareUrl = url.substring(0, mark) + rest + url.substring(end);
      }
      return query;
    }

    private boolean take(String pair) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1).toLowerCase(Locale.ROOT);
      switch (name) {
        case "w" -> width = orEmpty(value.replace("%25", "%"), WIDTH);
        case "h" -> height = orEmpty(value, HEIGHT);
        case "align" -> align = List.of("left", "right", "center").contains(value) ? value : "";
        default -> {
          return false;
        }
      }
      return true;
    }
  }
}
