package com.quaily.page.markdown;

import com.quaily.page.markdown.render.LinkRules;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.owasp.html.Handler;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/**
 * Sanitizes pages that contain the author's own HTML. The policy processes the whole output, so it
 * also closes elements that raw HTML leaves open. It therefore lists every element and attribute
 * that the renderer writes. An author who forges such an element gains nothing: a frame, for
 * example, can load only the known players.
 *
 * <p>Scripts, styles, forms, frames, objects, comments, foreign content other than MathML, event
 * attributes and style attributes are removed. URLs must be http, https, mailto, tel or relative.
 */
final class HtmlPolicy {
  private static final Predicate<String> CLASSES =
      matches("[a-zA-Z0-9_+#.-]{1,60}( [a-zA-Z0-9_+#.-]{1,60}){0,9}");
  private static final Predicate<String> ID =
      matches("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}.-]{0,200}");
  private static final Predicate<String> SIZE = matches("[0-9]{1,5}%?");
  private static final Predicate<String> NUMBER = matches("-?[0-9]{1,6}");
  private static final Predicate<String> LANGUAGE = matches("[A-Za-z0-9-]{1,35}");
  private static final Predicate<String> DIRECTION = matches("(?i)ltr|rtl|auto");
  private static final Predicate<String> SIDE = matches("(?i)left|right|center");
  private static final Predicate<String> SOURCE_SET =
      matches("(?:[^\\s,\"'<>]{1,500} [0-9]{1,5}w)(?: ?, [^\\s,\"'<>]{1,500} [0-9]{1,5}w){0,9}");
  private static final Predicate<String> SIZES = matches("[a-z0-9 ():,-]{1,60}");
  private static final Predicate<String> PLAYER =
      matches(
          "https://(?:www\\.youtube-nocookie\\.com/embed/[A-Za-z0-9_?=-]+"
              + "|player\\.bilibili\\.com/player\\.html\\?[A-Za-z0-9=&]+"
              + "|platform\\.twitter\\.com/embed/Tweet\\.html\\?id=[0-9]+(?:&theme=dark)?"
              + "|s\\.tradingview\\.com/widgetembed/\\?symbol=[A-Za-z0-9_.!%]+(?:&theme=dark)?"
              + "|open\\.spotify\\.com/embed/[a-z]+/[A-Za-z0-9]+(?:\\?theme=0)?"
              + "|www\\.podbean\\.com/player-v2/\\?i=[a-z0-9-]+)");
  private static final Predicate<String> LENGTH = matches("-?[0-9.]{1,8}(?:em|ex|px|%)?");
  private static final Predicate<String> WORD = matches("[A-Za-z-]{1,30}");

  private static final String[] TEXT =
      words(
          """
          p br hr h1 h2 h3 h4 h5 h6 blockquote pre code em strong b i u s del ins mark kbd
          samp var sub sup abbr dfn cite q small time bdi bdo wbr ruby rb rt rp ul ol li dl dt
          dd details summary figure figcaption div span section aside a img
          """);

  private static final String[] MATHS =
      words(
          """
          math semantics annotation mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup
          msubsup munder mover munderover mtable mtr mtd mstyle mpadded mphantom merror
          """);

  private static final String[] MATHS_FLAGS =
      words(
          """
          stretchy fence separator largeop movablelimits accent accentunder displaystyle
          symmetric
          """);

  private static final String[] TABLES =
      words("table caption colgroup col thead tbody tfoot tr th td");

  private static final Set<String> SHOWN =
      Stream.of(TEXT, MATHS, TABLES, words("audio video input label"))
          .flatMap(Stream::of)
          .collect(Collectors.toUnmodifiableSet());

  private static final PolicyFactory POLICY = build();

  private HtmlPolicy() {}

  /** Whether pages show this element; the name in lower case. */
  static boolean shows(String element) {
    return SHOWN.contains(element);
  }

  /** The HTML without disallowed content, well-formed, with its links checked. */
  static String apply(String html, LinkRules links) {
    StringBuilder out = new StringBuilder(html.length() + html.length() / 4);
    HtmlStreamRenderer renderer = HtmlStreamRenderer.create(out, Handler.DO_NOTHING);
    HtmlSanitizer.sanitize(html, POLICY.apply(new HtmlLinkPolicy(renderer, links)));
    return out.toString();
  }

  private static PolicyFactory build() {
    HtmlPolicyBuilder builder = new HtmlPolicyBuilder();
    allowText(builder);
    allowTextAttributes(builder);
    allowLinks(builder);
    allowMedia(builder);
    allowTables(builder);
    allowGenerated(builder);
    allowMaths(builder);
    return builder.toFactory();
  }

  private static void allowText(HtmlPolicyBuilder builder) {
    builder
        .allowElements(TEXT)
        .allowWithoutAttributes("span", "div", "a")
        .allowAttributes("class")
        .matching(CLASSES)
        .globally()
        .allowAttributes("id")
        .matching(ID)
        .globally()
        .allowAttributes("lang")
        .matching(LANGUAGE)
        .globally()
        .allowAttributes("dir")
        .matching(DIRECTION)
        .globally()
        .allowAttributes("title")
        .globally()
        .allowAttributes("aria-label")
        .globally()
        .allowAttributes("aria-hidden")
        .matching(matches("true|false"))
        .globally();
  }

  private static void allowTextAttributes(HtmlPolicyBuilder builder) {
    builder
        .allowAttributes("datetime")
        .matching(matches("[0-9A-Za-z:.+ -]{1,40}"))
        .onElements("time", "ins", "del")
        .allowAttributes("open")
        .onElements("details")
        .allowAttributes("start", "value")
        .matching(NUMBER)
        .onElements("ol", "li")
        .allowAttributes("reversed")
        .onElements("ol")
        .allowAttributes("type")
        .matching(matches("[1aAiI]"))
        .onElements("ol");
  }

  private static void allowLinks(HtmlPolicyBuilder builder) {
    builder
        .allowUrlProtocols("http", "https", "mailto", "tel")
        .allowAttributes("href")
        .onElements("a")
        .allowAttributes("rel")
        .matching(matches("noopener noreferrer"))
        .onElements("a")
        .allowAttributes("cite")
        .onElements("blockquote", "q", "ins", "del");
  }

  private static void allowMedia(HtmlPolicyBuilder builder) {
    builder
        .allowElements("audio", "video")
        .allowAttributes("src")
        .onElements("img", "audio", "video")
        .allowAttributes("alt")
        .onElements("img")
        .allowAttributes("width", "height")
        .matching(SIZE)
        .onElements("img", "video")
        .allowAttributes("align")
        .matching(SIDE)
        .onElements("img", "p", "div")
        .allowAttributes("srcset")
        .matching(SOURCE_SET)
        .onElements("img")
        .allowAttributes("sizes")
        .matching(SIZES)
        .onElements("img")
        .allowAttributes("loading")
        .matching(matches("lazy|eager"))
        .onElements("img")
        .allowAttributes("decoding")
        .matching(matches("async"))
        .onElements("img")
        .allowAttributes("fetchpriority")
        .matching(matches("high"))
        .onElements("img")
        .allowAttributes("controls")
        .onElements("audio", "video")
        .allowAttributes("preload")
        .matching(matches("none|metadata"))
        .onElements("audio", "video");
  }

  private static void allowTables(HtmlPolicyBuilder builder) {
    builder
        .allowElements(TABLES)
        .allowAttributes("align")
        .matching(SIDE)
        .onElements("th", "td", "tr", "table")
        .allowAttributes("colspan", "rowspan")
        .matching(matches("[1-9][0-9]{0,2}"))
        .onElements("th", "td")
        .allowAttributes("span")
        .matching(matches("[1-9][0-9]{0,2}"))
        .onElements("col", "colgroup")
        .allowAttributes("scope")
        .matching(matches("col|row|colgroup|rowgroup"))
        .onElements("th");
  }

  private static void allowGenerated(HtmlPolicyBuilder builder) {
    builder
        .allowElements(HtmlPolicy::onlyDisabledBoxes, "input")
        .allowElements("label")
        .allowAttributes("type")
        .matching(matches("checkbox"))
        .onElements("input")
        .allowAttributes("checked", "disabled")
        .onElements("input")
        .allowAttributes("role")
        .matching(matches("region"))
        .onElements("div")
        .allowAttributes("role")
        .matching(matches("note"))
        .onElements("aside")
        .allowAttributes("tabindex")
        .matching(matches("0"))
        .onElements("div", "pre")
        .allowAttributes("data-embed-src")
        .matching(PLAYER)
        .onElements("div")
        .allowAttributes("data-embed-title")
        .onElements("div")
        .allowAttributes("data-embed-theme")
        .matching(matches("dark"))
        .onElements("div");
  }

  private static void allowMaths(HtmlPolicyBuilder builder) {
    builder
        .allowElements(MATHS)
        .allowAttributes("display")
        .matching(matches("block|inline"))
        .onElements("math")
        .allowAttributes("alttext")
        .onElements("math")
        .allowAttributes("encoding")
        .matching(matches("application/x-tex"))
        .onElements("annotation")
        .allowAttributes("mathvariant")
        .matching(WORD)
        .onElements("mi", "mn", "mo", "mtext", "mstyle")
        .allowAttributes(MATHS_FLAGS)
        .matching(matches("true|false"))
        .globally()
        .allowAttributes("form")
        .matching(matches("prefix|infix|postfix"))
        .onElements("mo")
        .allowAttributes("lspace", "rspace", "minsize", "maxsize")
        .matching(LENGTH)
        .onElements("mo")
        .allowAttributes("width", "height", "depth")
        .matching(LENGTH)
        .onElements("mspace", "mpadded")
        .allowAttributes("linethickness")
        .matching(LENGTH)
        .onElements("mfrac")
        .allowAttributes("scriptlevel")
        .matching(NUMBER)
        .onElements("mstyle");
  }

  private static String onlyDisabledBoxes(String name, List<String> attributes) {
    boolean box = attributes.contains("checkbox") && attributes.contains("disabled");
    return box ? name : null;
  }

  private static String[] words(String text) {
    return text.strip().split("\\s+");
  }

  private static Predicate<String> matches(String expression) {
    Pattern pattern = Pattern.compile(expression);
    return value -> pattern.matcher(value).matches();
  }
}
