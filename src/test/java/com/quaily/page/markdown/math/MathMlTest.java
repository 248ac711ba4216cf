package com.quaily.page.markdown.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.page.markdown.Rendering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathMlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "x^2 ~ <msup><mi>x</mi><mn>2</mn></msup>",
        "x_i^23 ~ <msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup><mn>3</mn>",
        "x'' ~ <msup><mi>x</mi><mo>′′</mo></msup>",
        "1,234.5-a ~ <mn>1,234.5</mn><mo>−</mo><mi>a</mi>",
        "\\frac12 ~ <mfrac><mn>1</mn><mn>2</mn></mfrac>",
        "\\sqrt[3]{ab} ~ <mroot><mrow><mi>a</mi><mi>b</mi></mrow><mrow><mn>3</mn></mrow></mroot>",
        "\\alpha\\le\\Omega ~ <mi>α</mi><mo>≤</mo><mi mathvariant=\"normal\">Ω</mi>",
        "\\mathbb{R} ~ <mi mathvariant=\"normal\">ℝ</mi>",
        "\\mathbf{x1} ~ <mrow><mi mathvariant=\"normal\">𝐱</mi><mn>𝟏</mn></mrow>",
        "\\hat x ~ <mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">^</mo></mover>",
        "\\text{if } x ~ <mtext>if\u00A0</mtext><mi>x</mi>",
        "\\sin x ~ <mi>sin</mi><mo>\u2061</mo><mspace width=\"0.1667em\"></mspace><mi>x</mi>",
        "\\not= ~ <mo>≠</mo>",
        "a < b ~ <mi>a</mi><mo>&lt;</mo><mi>b</mi>",
        "\\foo{x} ~ <merror><mtext>\\foo</mtext></merror><mi>x</mi>",
        "速度 ~ <mtext>速</mtext><mtext>度</mtext>"
      })
  void translates(String tex, String mathMl) {
    String math = MathMl.of(tex, false, false);

    assertEquals(
        "<mrow>" + mathMl + "</mrow>", math.substring(math.indexOf('>') + 1, math.length() - 7));
  }

  @Test
  void keepsTheSourceInAnAnnotationAndAsAlternativeText() {
    assertEquals(
        "<math display=\"block\" alttext=\"a&lt;b\"><semantics><mrow><mi>a</mi><mo>&lt;</mo>"
            + "<mi>b</mi></mrow><annotation encoding=\"application/x-tex\">a&lt;b</annotation>"
            + "</semantics></math>",
        MathMl.of("a<b", true, true));
  }

  @Test
  void limitsStandAboveAndBelowInDisplayOnly() {
    assertTrue(MathMl.of("\\sum_{i}^n", true, false).contains("<munderover>"));
    assertTrue(MathMl.of("\\sum_{i}^n", false, false).contains("<msubsup>"));
    assertTrue(MathMl.of("\\int\\limits_0^1", true, false).contains("<munderover>"));
  }

  @Test
  void matricesCasesAndAlignedLinesAreTables() {
    String cases =
        MathMl.of("\\begin{cases} 1 & x>0 \\\\ 0 & \\text{else} \\end{cases}", true, false);
    String matrix = MathMl.of("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", true, false);
    String aligned = MathMl.of("a &= b \\\\[4pt] &= c", true, false);

    assertEquals(2, cases.split("<mtr>", -1).length - 1);
    assertEquals(4, matrix.split("<mtd>", -1).length - 1);
    assertTrue(matrix.contains("<mo fence=\"true\" form=\"prefix\">(</mo>"));
    assertTrue(aligned.contains("<mtd class=\"align-left\"><mo>=</mo><mi>c</mi></mtd>"));
  }

  @Test
  void delimitersGrowWithTheirContent() {
    String math = MathMl.of("\\left\\langle \\frac{a}{b} \\middle| c \\right.", true, false);

    assertTrue(math.contains("form=\"prefix\">⟨</mo>"), math);
    assertTrue(math.contains("form=\"infix\">|</mo>"), math);
    assertFalse(math.contains("postfix"), math);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "^",
        "_",
        "^^",
        "\\",
        "\\frac",
        "\\left",
        "\\right",
        "\\begin",
        "\\begin{cases}",
        "\\end{x}",
        "&",
        "\\\\",
        "\\sqrt[",
        "\\text{",
        "\\not",
        "x_",
        "a_b_c",
        "a^b^c",
        "\\big",
        "\\xrightarrow[a",
        "\\substack",
        "}{",
        "%",
        "\\operatorname",
        "\\limits",
        "\ud800"
      })
  void neverFailsWhateverIsLeftOpen(String tex) {
    String math = MathMl.of(tex, true, true);

    assertTrue(math.startsWith("<math") && math.endsWith("</math>"), math);
    assertEquals(math.split("<mrow>", -1).length, math.split("</mrow>", -1).length);
  }

  @Test
  void deepNestingIsShownAsTyped() {
    assertTrue(MathMl.of("{".repeat(5000) + "x", false, false).contains("<merror>"));
    assertTrue(MathMl.of("\\displaystyle".repeat(500) + "x", false, false).contains("<merror>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It costs $5 and $10.",
        "US$5 or A$6",
        "$ x $",
        "a $5",
        "20$ to 30$",
        "\\$x\\$",
        "`$x$`",
        "Either $5, US$5 or 6$"
      })
  void pricesAreNotFormulas(String source) {
    assertFalse(Rendering.page(source).contains("<math"), source);
  }

  @Test
  void aFormulaAfterAPriceIsAFormula() {
    assertEquals(
        "x",
        Rendering.pageDom("It costs $5 and $10, or $x$.").select("math > semantics > mrow").text());
  }

  @Test
  void emphasisInsideAFormulaIsTex() {
    assertEquals("a*b*c", Rendering.pageDom("$a*b*c$ *d*").select("math").attr("alttext"));
  }

  @Test
  void formulasOnSeparateLinesAreBlocks() {
    assertEquals(
        3,
        Rendering.pageDom("$$\nx\n$$\n\n$$y$$\n\n$$a\nb$$")
            .select("div.math > math[display=block]")
            .size());
    assertEquals("<p>$$\nx</p>", Rendering.page("$$\nx"));
  }

  @Test
  void emailGetsTheSource() {
    assertEquals("<p><code class=\"math\">x^2</code></p>", Rendering.mail("$x^2$"));
  }
}
