package com.quaily.service.delivery.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.model.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SocialTextTest {

  private static final String FAMILY = "👨‍👩‍👧‍👦";
  private static final String URL = "https://letters.example/p/one?utm_source=x";

  @Test
  void whatFitsIsNotChanged() {
    assertEquals("Four words are here", SocialText.units("Four words are here", 19));
  }

  @Test
  void whatIsTooLongEndsWithAnEllipsisAfterAWord() {
    assertEquals("Four words are…", SocialText.units("Four words are here", 17));
  }

  @Test
  void aCharacterOfManyPartsIsNotCut() {
    assertEquals("ab…", SocialText.units("ab" + FAMILY + "cd", 8));
    assertEquals(3, SocialText.graphemeCount("a" + FAMILY + "b"));
  }

  @Test
  void graphemesAndBytesAreBothLimits() {
    String families = FAMILY.repeat(300);

    String cut = SocialText.graphemes(families, 300, 3000);

    assertTrue(cut.getBytes(StandardCharsets.UTF_8).length <= 3000);
    assertTrue(SocialText.graphemeCount(cut) < 300, cut);
    assertEquals("é".repeat(300), SocialText.graphemes("é".repeat(300), 300, 3000));
  }

  @Test
  void aPostOnXHasAtMost280WeightedCharacters() {
    String text = XClient.text(card("日本語".repeat(60), "要約".repeat(200)));

    String withoutUrl = text.substring(0, text.length() - URL.length());
    assertTrue(text.endsWith("\n\n" + URL), text);
    assertTrue(XClient.weight(withoutUrl) + 23 <= 280, text);
    assertTrue(XClient.weight(withoutUrl) + 23 > 250, "room is left: " + text);
  }

  @Test
  void whatXTakesForAnAddressCountsAsOne() {
    assertEquals(23, XClient.weight("a.example"));
    assertEquals(5, XClient.weight("Hello"));
    assertEquals(4, XClient.weight("日本"));
  }

  @Test
  void aStatusOnMastodonHasTheCharactersOfItsServer() {
    MastodonClient.Limits limits = new MastodonClient.Limits(500, 23);

    String text = MastodonClient.text(card("A title", "word ".repeat(300)), limits);

    int counted = text.codePointCount(0, text.length()) - URL.length() + 23;
    assertTrue(counted <= 500, counted + ": " + text);
    assertTrue(counted > 470, counted + ": " + text);
    assertTrue(text.endsWith("#tea #greentea"), text);
  }

  @Test
  void markupInTelegramsTextIsEscaped() {
    String text = TelegramClient.text(card("<b>1 & 2</b>", "\"quoted\""));

    assertTrue(text.startsWith("<b>&lt;b&gt;1 &amp; 2&lt;/b&gt;</b>"), text);
    assertTrue(text.contains("&quot;quoted&quot;"), text);
  }

  @Test
  void theLongestTelegramTextFits() {
    String text = TelegramClient.text(card("t".repeat(5000), "<".repeat(5000)));

    String parsed = text.replaceAll("<[^>]*>", "").replace("&lt;", "<");
    assertTrue(parsed.length() <= 4096, parsed.length() + "");
  }

  @Test
  void nobodyIsCalledByASlackMessage() {
    JsonNode message =
        new ObjectMapper()
            .valueToTree(SlackClient.content(card("<!channel> news", "ask <@U1> & <https://x|y>")));

    assertTrue(message.get("text").textValue().startsWith("&lt;!channel&gt; news "));
    assertEquals(
        "ask &lt;@U1&gt; &amp; &lt;https://x|y&gt;", message.at("/blocks/1/text/text").textValue());
    assertEquals("plain_text", message.at("/blocks/0/text/type").textValue());
  }

  @Test
  void theCardOnBlueskyHasWhatItsSchemaRequires() throws IOException {
    JsonNode record =
        JsonText.reader()
            .readTree(
                JsonText.write(
                    BlueskyClient.record(
                        card("A title", ""),
                        Optional.empty(),
                        Instant.parse("2026-01-31T09:30:00Z"))));

    assertEquals("app.bsky.feed.post", record.get("$type").textValue());
    assertEquals("", record.at("/embed/external/description").textValue());
    assertEquals(URL, record.at("/embed/external/uri").textValue());
    assertEquals("2026-01-31T09:30:00Z", record.get("createdAt").textValue());
  }

  @Test
  void aLineMessageIsABubbleWithALink() throws IOException {
    List<Map<String, Object>> messages = LineClient.messages(card("A title", "A summary"));

    JsonNode message = JsonText.reader().readTree(JsonText.write(messages.get(0)));
    assertEquals("flex", message.get("type").textValue());
    assertEquals("A title", message.get("altText").textValue());
    assertEquals(URL, message.at("/contents/footer/contents/0/action/uri").textValue());
    assertFalse(message.at("/contents").has("hero"), "a picture without https");
  }

  private static SocialCard card(String title, String summary) {
    return new SocialCard(
        title,
        summary,
        URL,
        "http://letters.example/media/a.webp",
        List.of("tea", "green tea"),
        "en",
        "Letters",
        "Read the post",
        Instant.parse("2026-01-31T09:30:00Z"),
        false);
  }
}
