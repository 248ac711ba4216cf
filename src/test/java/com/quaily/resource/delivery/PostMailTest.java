package com.quaily.resource.delivery;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the email of a post looks like to mail programs. */
@ExtendWith(SharedInstance.class)
class PostMailTest {

  private static final String EVERYTHING =
      """
      # A heading

      Text with *stress*, `code`, a [link](https://example.org/a?b=1&c=2), $x^2$ and a note[^1].

      > [!WARNING] Careful
      > This is a callout.

      > A quotation.

      ```java
      int a = 1;  // <b>
      ```

      - [ ] open
      - [x] done

      | a | b | c | d | e |
      |---|---|---|---|---|
      | 1 | 2 | 3 | 4 | 5 |

      | one | two |
      |-----|----:|
      | 1   |   2 |

      ![A bird](https://example.org/bird.png "A caption")

      ![](https://www.youtube.com/watch?v=dQw4w9WgXcQ)

      <details><summary>More</summary>

      Hidden text.

      </details>

      <video src="https://example.org/a.mp4" controls></video>

      $$\\frac{a}{b}$$

      [^1]: The note's text.
      """;

  private final Author author;

  PostMailTest(TestInstance instance) {
    author = Author.of(instance);
  }

  private JsonNode mail(String content, String query) {
    author.save(json("slug", "all", "title", "Everything", "content", content));
    return author.api().get(author.posts() + "/all/mail" + query).data();
  }

  private static Document html(JsonNode mail) {
    return Jsoup.parse(mail.get("html").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "script",
        "iframe",
        "form",
        "input",
        "button",
        "video",
        "audio",
        "svg",
        "math",
        "picture",
        "details",
        "summary",
        "object",
        "embed",
        "link",
        "[class*=callout-]",
        "[class^=language-]",
        "[srcset]",
        "[loading]",
        "[tabindex]",
        "[id]"
      })
  void nothingIsLeftThatMailProgramsDrop(String selector) {
    Document html = html(mail(EVERYTHING, ""));

    assertEquals(List.of(), html.body().select(selector).eachText());
  }

  @Test
  void stylesStandAtTheElementsInFormsThatAllProgramsUnderstand() {
    Document html = html(mail(EVERYTHING, ""));

    for (Element element : html.body().select("p, h1, h2, h3, li, td, th, pre, a, img")) {
      String style = element.attr("style");
      assertFalse(style.matches(".*(flex|grid|position:|var\\(|rem|calc|rgba?\\().*"), style);
    }
    assertFalse(html.body().select("p, li, td").stream().anyMatch(e -> !styledOrInside(e)));
    for (Element image : html.body().select("img")) {
      assertTrue(image.attr("src").startsWith("http"), image::toString);
      assertTrue(Integer.parseInt(image.attr("width")) <= 544, image::toString);
    }
  }

  private static boolean styledOrInside(Element element) {
    return element.hasAttr("style")
        || element.parents().stream().anyMatch(parent -> parent.hasAttr("style"));
  }

  @Test
  void whatCannotBeShownBecomesSomethingThatCan() {
    Element body = html(mail(EVERYTHING, "")).body();
    String text = body.text();

    assertTrue(text.contains("☐ open") && text.contains("☑ done"), text);
    assertTrue(text.contains("Hidden text."));
    assertTrue(text.contains("Careful This is a callout."), text);
    assertTrue(body.select("code").eachText().contains("x^2"));
    assertTrue(body.select("a[href=https://example.org/a.mp4]").text().contains("Play the video"));
    assertFalse(body.select("a[href*=youtube]").isEmpty());
    // The table of five columns is a list, that of two is a table.
    assertTrue(body.select("th").eachText().equals(List.of("one", "two")));
    assertTrue(text.contains("a 1 b 2 c 3 d 4 e 5"), text);
    assertTrue(text.contains("The note's text.") || text.contains("The note’s text."), text);
  }

  @Test
  void aQuotationWithinAQuotationHasItsOwnFrame() {
    Element body = html(mail("> Outer.\n>\n> > Inner.\n", "")).body();

    assertEquals("Outer. Inner.", body.select("td.q-quote").get(0).text());
    assertEquals("Inner.", body.select("td.q-quote td.q-quote").text());
  }

  @Test
  void thePlainTextIsWorthReading() {
    String text = mail(EVERYTHING, "").get("text").textValue();

    assertTrue(text.contains("A heading\n========="), text);
    assertTrue(text.contains("Text with _stress_, code, a link [1],"), text);
    assertTrue(text.contains("[1] https://example.org/a?b=1&c=2\n"), text);
    assertTrue(text.contains("    int a = 1;  // <b>"), text);
    assertTrue(text.contains("> A quotation."), text);
    assertTrue(text.contains("- ☐ open\n- ☑ done"), text);
    assertTrue(text.contains("[A bird]"), text);
    assertTrue(text.contains("one | two\n1 | 2"), text);
    assertFalse(text.contains("<p"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en Read on the web", "ja ウェブで読む", "zh 在网页上阅读"})
  void theWordsAroundThePostAreInTheReadersLanguage(String expected) {
    String lang = expected.substring(0, 2);

    JsonNode mail = mail("Text.", "?lang=" + lang);

    assertTrue(mail.get("html").textValue().contains(expected.substring(3)));
    assertTrue(mail.get("text").textValue().contains(expected.substring(3)));
  }

  @Test
  void theSignatureOfTheChannelFollowsTheText() {
    author
        .api()
        .put(
            "/lists/" + author.slug() + "/text_templates",
            json("text_templates", json("email_signature", "Yours, **Ada**")));

    JsonNode mail = mail("Text.", "");

    assertTrue(html(mail).body().text().contains("Yours, Ada"));
    assertTrue(mail.get("text").textValue().contains("-- \nYours, *Ada*"));
  }

  @Test
  void aLongPostIsReportedBeforeItIsCutOff() {
    assertFalse(mail("Text.", "").get("is_large").booleanValue());
    assertTrue(mail("Words. ".repeat(13_000), "").get("is_large").booleanValue());
    JsonNode clipped = mail("Words. ".repeat(16_000), "");
    assertTrue(clipped.get("is_clipped").booleanValue(), clipped.get("html_bytes")::toString);
  }

  @Test
  void opensAreCountedOnlyWhereTheChannelWantsIt() {
    assertTrue(html(mail("Text.", "")).select("img").isEmpty());
  }
}
