package com.quaily.page.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The time limit is far above linear and far below quadratic running time. */
@Timeout(60)
class HostileMarkdownTest {
  private static final long SMALL_STACK = 512 * 1024;

  static Stream<Arguments> manyTimesTheSame() {
    return Stream.of(
            ">",
            "> ",
            "- ",
            "1) ",
            "[",
            "![",
            "*a ",
            "*a _b ",
            "<!--",
            "a <!-- ",
            "a <!A ",
            "a <? ",
            "a <![CDATA[",
            "<a ",
            "x <a b=\"",
            "$a ",
            "$$a ",
            "`a ``b ",
            "::: a\n",
            "a@",
            "http://",
            "&a",
            "~a ",
            "==a ",
            "[^a]: \n",
            "x <b>",
            "<div>",
            "\\",
            "# a\n",
            "$\\left(",
            "> [!NOTE]\n\n",
            "|")
        .map(piece -> Arguments.of(piece, 60_000 / piece.length()));
  }

  @ParameterizedTest
  @MethodSource("manyTimesTheSame")
  void isTakenInLinearTimeAndWithASmallStack(String piece, int times) throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    String source = piece.repeat(times);
    Thread thread = new Thread(null, () -> Rendering.rendered(source), "small stack", SMALL_STACK);
    thread.setUncaughtExceptionHandler((where, what) -> failure.set(what));
    thread.start();
    thread.join();

    assertEquals(null, failure.get());
  }

  @ParameterizedTest
  @CsvSource({"*,*,5000", "'*a ',' a*',2000", "![,](b),1000", "_,_,700", "![,](b),310"})
  void tooDeeplyNestedInlinesAreRejected(String opening, String closing, int times) {
    String source = opening.repeat(times) + "x" + closing.repeat(times);

    InvalidException refusal = assertThrows(InvalidException.class, () -> Rendering.page(source));

    assertEquals(ErrorCode.TOO_DEEPLY_NESTED, refusal.code());
  }

  @Test
  void deepNestingWithinTheLimitIsRendered() {
    String html = Rendering.page("![".repeat(90) + "x" + "](b)".repeat(90));

    assertEquals("x", Jsoup.parseBodyFragment(html).select("img").attr("alt"));
  }

  @Test
  void tablesThatWouldGrowFarBeyondTheirSourceAreRefused() {
    String source = "|a".repeat(500) + "\n" + "|-".repeat(500) + "\n" + "|\n".repeat(5000);

    InvalidException refusal = assertThrows(InvalidException.class, () -> Rendering.page(source));

    assertEquals(ErrorCode.BODY_TOO_LARGE, refusal.code());
  }

  @Test
  void linksThatRepeatALongAddressTooOftenAreRefused() {
    String source = "[a]: " + "x".repeat(20_000) + "\n\n" + "[a]\n\n".repeat(5_000);

    InvalidException refusal = assertThrows(InvalidException.class, () -> Rendering.page(source));

    assertEquals(ErrorCode.BODY_TOO_LARGE, refusal.code());
  }
}
