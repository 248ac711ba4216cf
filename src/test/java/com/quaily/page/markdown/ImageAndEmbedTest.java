package com.quaily.page.markdown;

import static com.quaily.page.markdown.Rendering.mail;
import static com.quaily.page.markdown.Rendering.page;
import static com.quaily.page.markdown.Rendering.pageDom;
import static com.quaily.page.markdown.Rendering.rendered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.page.markdown.render.Enclosure;
import com.quaily.page.markdown.render.PostReference;
import com.quaily.page.markdown.render.RenderedMarkdown;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageAndEmbedTest {
  @ParameterizedTest
  @CsvSource({
    "![boat|200x300](a.png),200,300",
    "![boat|50%](a.png),50%,''",
    "![boat | 200](a.png),200,''",
    "![boat|200px](a.png),200,''",
    "![boat|200px x 300PX](a.png),200,300",
    "![boat](a.png|200 'title'),200,''",
    "![boat](a.png|200x300),200,300",
    "![boat](a.png|50% 'title'),50%,''",
    "![boat](a.png?w=100px&h=50px),100,50",
    "![boat](a.png?w=200&h=300),200,300",
    "![boat](/media/boat.webp),1600,800",
    "![boat|400](/media/boat.webp),400,200",
    "![boat](/media/boat.webp?h=100),200,100"
  })
  void imagesHaveTheSizeThatTheWriterOrTheSiteKnows(String source, String width, String height) {
    Element image = pageDom(source).selectFirst("img");

    assertEquals(
        List.of("boat", width, height),
        List.of(image.attr("alt"), image.attr("width"), image.attr("height")));
  }

  @ParameterizedTest
  @CsvSource({
    "![boat|50%](/media/boat.webp),share-50",
    "![boat](/media/boat.webp?w=7%25&h=9),share-7",
    "![boat|33%](/media/boat.webp),share-33",
    "x ![boat|100%](/media/boat.webp?align=left),share-100 align-left"
  })
  void aShareOfTheWidthKeepsTheShapeOfTheSitesOwnImages(String source, String classes) {
    Element image = pageDom(source).selectFirst("img");

    assertEquals(
        List.of(classes, "1600", "800"),
        List.of(image.className(), image.attr("width"), image.attr("height")));
  }

  @Test
  void withoutAStyleSheetAPercentageIsAnAttribute() {
    Element image = Jsoup.parse(mail("![boat|50%](/media/boat.webp)")).selectFirst("img");

    assertEquals("50%", image.attr("width"));
    assertEquals("", image.className() + image.attr("height"));
  }

  @Test
  void ownImagesLoseTheDialectsParametersAndOthersKeepTheirs() {
    assertEquals(
        "/media/a.webp?v=2", pageDom("![a](/media/a.webp?w=9&v=2)").select("img").attr("src"));
    assertEquals(
        "https://cdn.example/a?w=9",
        pageDom("![a](https://cdn.example/a?w=9)").select("img").attr("src"));
  }

  @Test
  void smallerVariantsAreOffered() {
    assertEquals(
        "/media/boat-640w.webp 640w, /media/boat-1280w.webp 1280w, /media/boat.webp 1600w",
        pageDom("![a](/media/boat.webp)").select("img[sizes]").attr("srcset"));
  }

  @Test
  void onlyTheFirstImageIsLoadedAtOnce() {
    assertEquals(
        List.of("eager", "lazy"),
        pageDom("![a](b.png) ![c](d.png)").select("img").eachAttr("loading"));
    assertEquals(List.of("b.png", "d.png"), rendered("![a](b.png) ![c](d.png)").images());
  }

  @Test
  void aSingleImageWithATitleIsAFigure() {
    assertEquals(
        "cap",
        pageDom("![a](b.png?align=left \"cap\")")
            .select("figure.image.align-left > figcaption")
            .text());
    assertEquals(0, pageDom("x ![a](b.png \"cap\")").select("figure").size());
    assertEquals(
        "https://x.example/",
        pageDom("[![a](b.png \"cap\")](https://x.example/)")
            .select("figure > a > img")
            .first()
            .parent()
            .attr("href"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ,https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    "https://youtu.be/dQw4w9WgXcQ?t=1m30s,https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90",
    "https://m.youtube.com/shorts/dQw4w9WgXcQ,https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    "https://www.bilibili.com/video/BV1xx411c7mD/?p=2,https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&p=2",
    "https://x.com/someone/status/1234567890,https://platform.twitter.com/embed/Tweet.html?id=1234567890",
    "https://twitter.com/a/status/12?theme=dark,https://platform.twitter.com/embed/Tweet.html?id=12&theme=dark",
    "https://www.tradingview.com/symbols/NASDAQ-AAPL/,https://s.tradingview.com/widgetembed/?symbol=NASDAQ%3AAAPL",
    "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC,https://open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC",
    "https://www.podbean.com/eas/pb-abc12-34def,https://www.podbean.com/player-v2/?i=abc12-34def-pb",
    "https://www.podbean.com/ew/pb-abc12-34def,https://www.podbean.com/player-v2/?i=abc12-34def-pb"
  })
  void otherSitesArePlaceholdersWithALink(String url, String player) {
    Element embed = pageDom("![Title](" + url + ")").selectFirst("div.embed");

    assertEquals(player, embed.attr("data-embed-src"));
    assertEquals(url, embed.select("a.embed-link[rel]").attr("href"));
    assertEquals("Title", embed.select(".embed-title").text());
    assertEquals(0, embed.select("img, iframe, script").size());
    assertEquals(
        player,
        pageDom("![Title](" + url + ")\n\n<i>x</i>").select("div.embed").attr("data-embed-src"),
        "the policy knows the player");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://evil.example/?https://youtu.be/dQw4w9WgXcQ",
        "https://x.com/someone",
        "https://user@youtube.com/watch?v=dQw4w9WgXcQ",
        "https://example.org/a.png"
      })
  void otherAddressesAreImages(String url) {
    assertEquals(url, pageDom("![a](" + url + ")").select("p > img").attr("src"));
  }

  @Test
  void embedsWithinTextAndInEmailAreLinks() {
    assertEquals(
        "<p>See <a href=\"https://youtu.be/dQw4w9WgXcQ\" rel=\"noopener noreferrer\">▶ it —"
            + " YouTube</a></p>",
        page("See ![it](https://youtu.be/dQw4w9WgXcQ)"));
    assertEquals(
        "<p><a href=\"https://youtu.be/dQw4w9WgXcQ\" rel=\"noopener noreferrer\">▶ it —"
            + " YouTube</a></p>",
        mail("![it](https://youtu.be/dQw4w9WgXcQ)"));
  }

  @Test
  void audioAndVideoArePlayedInPlaceAndBecomeEnclosures() {
    String source = "![Song](https://a.example/a.mp3)\n![Film|320x180](/b.mp4)";

    assertEquals(
        1, pageDom(source).select("figure.media-audio > audio[controls][preload=none]").size());
    assertEquals("320", pageDom(source).select("figure.media-video > video").attr("width"));
    assertEquals(
        List.of(
            new Enclosure("https://a.example/a.mp3", "audio/mpeg"),
            new Enclosure("/b.mp4", "video/mp4")),
        rendered(source).enclosures());
  }

  @Test
  void postsOfThisSiteAreCardsAndReferences() {
    RenderedMarkdown result = rendered("![x](https://letters.example/sea/p/tides?theme=dark)");

    assertEquals(List.of(new PostReference("sea", "tides")), result.references());
    assertTrue(result.html().contains("<div class=\"card card-post card-dark\">"), result.html());
    assertTrue(result.html().contains("Tides &amp; &lt;moon&gt;"), result.html());
  }

  @Test
  void channelsOfThisSiteAreCards() {
    assertEquals("The Sea", pageDom("![](/sea)").select("div.card-channel .card-title").text());
    assertEquals("/else", pageDom("![](/else)").select("img").attr("src"));
  }

  @Test
  void aMissingPostIsALinkAndStaysAReference() {
    RenderedMarkdown result = rendered("![Gone](/sea/p/gone)");

    assertFalse(result.html().contains("<img"), result.html());
    assertEquals(List.of(new PostReference("sea", "gone")), result.references());
  }
}
