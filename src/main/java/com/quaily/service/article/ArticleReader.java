package com.quaily.service.article;

import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.article.PublicWeb.Fetched;
import com.vladsch.flexmark.html2md.converter.FlexmarkHtmlConverter;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the article in a web page and turns it into Markdown. */
final class ArticleReader {

  private static final List<String> LAZY_SOURCES = List.of("data-src", "data-original");

  private final FlexmarkHtmlConverter converter =
      FlexmarkHtmlConverter.builder(
              new MutableDataSet()
                  .set(FlexmarkHtmlConverter.SETEXT_HEADINGS, false)
                  .set(FlexmarkHtmlConverter.OUTPUT_ATTRIBUTES_ID, false)
                  .set(FlexmarkHtmlConverter.SKIP_ATTRIBUTES, true)
                  .set(FlexmarkHtmlConverter.TYPOGRAPHIC_QUOTES, false)
                  .set(FlexmarkHtmlConverter.TYPOGRAPHIC_SMARTS, false))
          .build();

  /**
   * The article of a page.
   *
   * @throws InvalidException when the document is not a web page with an article
   */
  FoundArticle read(Fetched page) {
    if (page.contentType() != null && !page.contentType().getMimeType().contains("html")) {
      throw notFound();
    }
    Document document = parse(page);
    URI canonical = canonical(document, page.address());
    completeAddresses(document);
    String language = document.select("html").attr("lang");
    Article article = new Readability4J(page.address().toString(), document.outerHtml()).parse();
    Element content = article.getArticleContent();
    if (content == null || content.text().isBlank()) {
      throw notFound();
    }
    String title = Optional.ofNullable(article.getTitle()).orElse("").strip();
    content.select("h1").stream()
        .filter(heading -> heading.text().equals(title))
        .forEach(Element::remove);
    String summary = document.select("meta[name=description]").attr("content").strip();
    return new FoundArticle(
        shorten(title, Limits.TITLE),
        shorten(summary, Limits.SUMMARY),
        language,
        canonical,
        content);
  }

  private static Document parse(Fetched page) {
    Charset charset = page.contentType() == null ? null : page.contentType().getCharset();
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(page.body()),
          charset == null ? null : charset.name(),
          page.address().toString());
    } catch (IOException e) {
      throw notFound();
    }
  }

  /** Relative addresses mean nothing in a post; some pages load their images by a script. */
  private static void completeAddresses(Document document) {
    for (Element image : document.select("img")) {
      LAZY_SOURCES.stream()
          .filter(image::hasAttr)
          .findFirst()
          .ifPresent(attribute -> image.attr("src", image.attr(attribute)));
    }
    document.select("[src]").forEach(element -> element.attr("src", element.absUrl("src")));
    document.select("[href]").forEach(element -> element.attr("href", element.absUrl("href")));
  }

  /** The address that the page names as its own, if it is one; else the one it was fetched from. */
  private static URI canonical(Document document, URI address) {
    String named = document.select("link[rel=canonical]").attr("abs:href");
    try {
      URI uri = URI.create(named);
      return uri.getHost() != null && named.matches("https?://.*") ? uri : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  private static String shorten(String text, int length) {
    String line = text.replaceAll("\\s+", " ");
    if (line.length() <= length) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(length - 1)) ? length - 1 : length;
    return line.substring(0, end);
  }

  /** The article's content as Markdown. */
  String markdown(Element content) {
    return converter.convert(content.outerHtml()).strip();
  }

  private static InvalidException notFound() {
    return new InvalidException(
        ErrorCode.ARTICLE_NOT_FOUND, "url", "is not the address of a page with an article");
  }

  /**
   * An article in a web page.
   *
   * @param language as the page names it; empty when it does not
   * @param canonical the page's own address
   * @param content may be changed
   */
  record FoundArticle(
      String title, String summary, String language, URI canonical, Element content) {}
}
