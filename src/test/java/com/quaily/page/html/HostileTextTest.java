package com.quaily.page.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.TagCount;
import com.quaily.page.html.ArticlePage.Translation;
import com.quaily.page.html.ListPage.Kind;
import com.quaily.page.html.MessagePage.MessageForm;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.markdown.render.OutlineHeading;
import com.quaily.page.template.Templates;
import com.quaily.testing.Records;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Injection attempts in every field of every page. */
class HostileTextTest {

  private final PageRenderer underTest =
      new PageRenderer(
          PageSamples.SITE, new Templates(), new PageAssets(), new Markdown(), MediaLookup.NONE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><script>alert(1)</script>",
        "</title><img src=x onerror=alert(1)>",
        "\" onload=\"alert(1)",
        "' onclick='alert(1)' x='",
        "</style><script>alert(1)</script>",
        "--><script>alert(1)</script><!--",
        "<!--<script>",
        "$title ${title} $!title",
        "#set($title = 1) #if(true) #end #parse('article.vm') #* *# ##",
        "javascript:alert(1)",
        "{{title}} \u2028 \u0000 \uD800",
        "<svg/onload=alert(1)>"
      })
  void noTextBreaksOutOfItsPlace(String text) {
    Channel channel = channel(text);
    String article = underTest.article(article(channel, text));
    assertHarmless(article);
    assertEquals(readable(text), Jsoup.parse(article).selectFirst("h1").wholeText());
    for (Kind kind : Kind.values()) {
      assertHarmless(underTest.list(list(channel, text, kind)));
    }
    assertHarmless(underTest.widgets().ofChannel(channel, author(text)));
    assertHarmless(underTest.widgets().ofPosts(channel));
    assertHarmless(underTest.notFound(channel));
    assertHarmless(
        underTest.message(
            new MessagePage(
                Language.EN,
                Optional.of(channel),
                text,
                "<p>Fine.</p>",
                Optional.of(new MessageForm("/x?" + text, Map.of(text, text), text)),
                true)));
  }

  /** What a parser makes of a text that was escaped: it knows no NUL. */
  private static String readable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  private static void assertHarmless(String html) {
    Document page = Jsoup.parse(html);
    assertFalse(page.select("main").isEmpty(), html);
    for (Element script : page.select("script")) {
      boolean data = script.attr("type").equals("application/ld+json");
      assertTrue(
          data || script.attr("src").matches("/assets/.*|/widget/widget.js"), script.outerHtml());
      if (data) {
        assertIsJson(script.data());
      }
    }
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        assertFalse(name.startsWith("on"), element.outerHtml());
        assertFalse(name.equals("style"), element.outerHtml());
        assertFalse(attribute.getValue().startsWith("javascript:") && isUrl(name), name);
      }
    }
    assertEquals(1, page.select("style").size());
    assertEquals(0, page.select("svg").size());
    assertEquals(0, page.select("img[src=x]").size());
  }

  private static boolean isUrl(String name) {
    return name.equals("href") || name.equals("src") || name.equals("action");
  }

  private static void assertIsJson(String json) {
    try {
      JsonNode graph = new ObjectMapper().readTree(json).path("@graph");
      assertTrue(graph.isArray() && !graph.isEmpty(), json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  private static Channel channel(String text) {
    return Records.with(
        PageSamples.channel(text, text, Map.of("accent", text, "theme", text, "timezone", text)),
        Map.of(
            "tagline", text,
            "description", text,
            "avatarImageUrl", text,
            "faviconImageUrl", text,
            "widgetCustomStyles", text));
  }

  private static User author(String text) {
    User author = PageSamples.author(text);
    return new User(
        author.id(),
        author.uuid(),
        text,
        text,
        text,
        text,
        text,
        author.status(),
        List.of(),
        Map.of(),
        author.createdAt());
  }

  private static ArticlePage article(Channel channel, String text) {
    Post post =
        Records.with(
            PageSamples.post(text, text, text),
            Map.of(
                "lang", text,
                "theme", text,
                "paidContent", text,
                "coverImageUrl", text,
                "tags", List.of(text)));
    return new ArticlePage(
        channel,
        List.of(author(text)),
        post,
        "<p>Fine.</p>",
        List.of(
            new OutlineHeading(2, text, text),
            new OutlineHeading(3, text, text),
            new OutlineHeading(2, text, text)),
        true,
        Optional.of(summary(text)),
        Optional.of(summary(text)),
        List.of(new Translation(text, "https://quaily.example/" + text, text)),
        Optional.empty(),
        false,
        2);
  }

  private static ListPage list(Channel channel, String text, Kind kind) {
    return new ListPage(
        channel,
        author(text),
        kind,
        text,
        3,
        9,
        List.of(),
        List.of(summary(text)),
        1,
        List.of(new TagCount(text, 1)));
  }

  private static PostSummary summary(String text) {
    PostSummary sample = PageSamples.summary(1, text);
    return new PostSummary(
        1, text, text, text, text, List.of(text), text, sample.publishedAt(), null, 1, 0, 60, true);
  }
}
