package com.quaily.page.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.channel.Channel;
import com.quaily.page.html.PageSamples;
import com.quaily.page.style.StyleSelection.Extra;
import com.quaily.page.style.StyleSelection.Sheet;
import com.quaily.page.template.Html;
import com.quaily.page.template.Resources;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StylesTest {

  private final Styles underTest = new Styles();

  @Test
  void noPageCarriesMoreThan15KilobytesOfStyle() {
    for (Theme theme : Theme.values()) {
      for (Sheet sheet : Sheet.values()) {
        for (String lang : List.of("en", "ja", "zh", "zh-Hant", "ko", "ar")) {
          StyleSelection everything = new StyleSelection(sheet, theme, List.of(Extra.values()));
          String css = underTest.of(everything, Optional.empty(), lang, "ja").value();
          int size = css.getBytes(StandardCharsets.UTF_8).length;
          assertTrue(size <= Styles.MOST, theme + " " + sheet + " " + lang + ": " + size);
        }
      }
    }
  }

  @Test
  void everySheetHasAsManyOpeningAsClosingBraces() {
    for (Theme theme : Theme.values()) {
      StyleSelection everything = new StyleSelection(Sheet.ARTICLE, theme, List.of(Extra.values()));
      String css = underTest.of(everything, Optional.empty(), "zh", "ja").value();
      assertEquals(
          css.chars().filter(c -> c == '{').count(), css.chars().filter(c -> c == '}').count());
      assertFalse(css.contains("<"), "a style element must not end early");
    }
  }

  @Test
  void unusedStylesAreOmitted() {
    List<Extra> extras = Extra.of(Html.NONE, "<p>Only words.</p>");
    assertEquals(List.of(), extras);
    assertEquals(
        List.of(Extra.CODE, Extra.BOXES), Extra.of(Html.NONE, "<table></table><code>x</code>"));
  }

  @Test
  void onlyTheSharesThatImagesTakeHaveARule() {
    String image = "<img class=\"share-50\"><img class=\"share-7 align-left\"><p>share-9</p>";
    List<String> shares =
        StyleSelection.sharesIn(image + image + "<i class=\"share-0\"><i class=\"share-101\">");
    assertEquals(List.of("50", "7"), shares);

    StyleSelection look = new StyleSelection(Sheet.ARTICLE, Theme.PLAIN, List.of(), shares);
    String css = underTest.of(look, Optional.empty(), "en", "en").value();
    assertTrue(css.endsWith(".share-50{width:50%}.share-7{width:7%}"), css);
  }

  @Test
  void theThemesColorsAreThoseOfTheirSheets() {
    for (Theme theme : Theme.values()) {
      String css = Resources.text("com/quaily/styles/theme-" + theme.styleName() + ".css");
      assertEquals(List.of(theme.light(), theme.dark()), values(css, "paper"));
      assertEquals(List.of(theme.lightSurface(), theme.darkSurface()), values(css, "surface"));
    }
  }

  @Test
  void everyColorOfTextCanBeReadByDayAndByNight() {
    for (Theme theme : Theme.values()) {
      String css = Resources.text("com/quaily/styles/theme-" + theme.styleName() + ".css");
      for (String name :
          List.of("ink", "soft", "muted", "blue", "green", "violet", "amber", "red", "teal")) {
        for (int mode = 0; mode < 2; mode++) {
          Accent text = Accent.parse(values(css, name).get(mode)).orElseThrow();
          Accent ground = Accent.parse(values(css, "surface").get(mode)).orElseThrow();
          assertTrue(text.contrastWith(ground) >= 4.5, theme + " " + name + " " + mode);
        }
      }
    }
  }

  @Test
  void theChannelsAccentIsMadeReadable() {
    for (String accent : List.of("#ffee00", "#000033", "#808080", "#ffffff", "#000000")) {
      Channel channel = PageSamples.channel(Map.of("accent", accent));
      String css =
          underTest
              .of(StyleSelection.of(Sheet.LIST, channel), Optional.of(channel), "en", "en")
              .value();
      List<String> accents = values(css, "accent");
      List<String> inks = values(css, "on-accent");
      assertReadable(accents.get(0), Theme.PAPER.light());
      assertReadable(accents.get(0), Theme.PAPER.lightSurface());
      assertReadable(accents.get(1), Theme.PAPER.dark());
      assertReadable(inks.get(0), accents.get(0));
      assertReadable(inks.get(1), accents.get(1));
    }
  }

  @Test
  void anInvalidAccentColorIsIgnored() {
    Channel channel = PageSamples.channel(Map.of("accent", "red;}body{display:none"));
    String css =
        underTest
            .of(StyleSelection.of(Sheet.LIST, channel), Optional.of(channel), "en", "en")
            .value();
    assertFalse(css.contains("display:none}body"));
    assertEquals(Theme.PAPER.accent(), values(css, "accent").get(0));
  }

  @Test
  void theWritersOwnWidgetStylesMustBeHarmless() {
    assertTrue(WidgetStyles.isHarmless("main { border: 0 }"));
    assertFalse(WidgetStyles.isHarmless("</style><script>"));
    assertFalse(WidgetStyles.isHarmless("main { background: URL(https://x.example) }"));
    assertFalse(WidgetStyles.isHarmless("@import 'x'"));
    assertFalse(WidgetStyles.isHarmless("main { background: u\\72l(x) }"));
  }

  private static void assertReadable(String text, String ground) {
    double contrast =
        Accent.parse(text).orElseThrow().contrastWith(Accent.parse(ground).orElseThrow());
    assertTrue(contrast >= 4.5, text + " on " + ground + ": " + contrast);
  }

  /** The values of a variable in order: by day, by night. */
  private static List<String> values(String css, String variable) {
    Matcher matcher = Pattern.compile("--" + variable + ":\\s*(#[0-9a-f]{6})").matcher(css);
    return matcher.results().map(result -> result.group(1)).toList();
  }
}
