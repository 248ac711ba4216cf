package com.quaily.page.markdown.image;

import com.quaily.page.markdown.node.NodeWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
          "(\\d{1,5})(?:px)?(?:\\s{0,9}[x×]\\s{0,9}(\\d{1,5})(?:px)?)?|(\\d{1,3}%)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WIDTH = Pattern.compile("[1-9]\\d{0,4}|[1-9]\\d?%|100%");
  private static final Pattern HEIGHT = Pattern.compile("[1-9]\\d{0,4}");

  static ImageSpec of(Image image) {
    Sized alt = Sized.of(NodeWalk.text(image).strip());
    Sized url = Sized.of(image.getDestination());
    Query query = Query.of(url.text);
    String caption = image.getTitle() == null ? "" : image.getTitle().strip();
    return new ImageSpec(
        alt.text,
        url.text,
        query.bareUrl,
        caption,
        firstGiven(alt.width, url.width, query.width),
        firstGiven(alt.height, url.height, query.height),
        query.align);
  }

  private static String firstGiven(String... values) {
    return Stream.of(values).filter(value -> !value.isEmpty()).findFirst().orElse("");
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

  /** A text that may have ended in a bar and a size, as in {@code boat|200x300}. */
  private record Sized(String text, String width, String height) {

    static Sized of(String written) {
      int bar = written.lastIndexOf('|');
      Matcher size = SIZE.matcher(bar < 0 ? "" : written.substring(bar + 1).strip());
      if (!size.matches()) {
        return new Sized(written, "", "");
      }
      String width = size.group(3) == null ? size.group(1) : size.group(3);
      return new Sized(
          written.substring(0, bar).strip(), orEmpty(width, WIDTH), orEmpty(size.group(2), HEIGHT));
    }
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

    private static String withoutUnit(String value) {
      return value.endsWith("px") ? value.substring(0, value.length() - 2) : value;
    }

    private boolean take(String pair) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1).toLowerCase(Locale.ROOT);
      switch (name) {
        case "w" -> width = orEmpty(withoutUnit(value.replace("%25", "%")), WIDTH);
        case "h" -> height = orEmpty(withoutUnit(value), HEIGHT);
        case "align" -> align = List.of("left", "right", "center").contains(value) ? value : "";
        default -> {
          return false;
        }
      }
      return true;
    }
  }
}
