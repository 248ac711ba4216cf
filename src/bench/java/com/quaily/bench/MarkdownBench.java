package com.quaily.bench;

import com.quaily.model.Language;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.render.EmbedLookup;
import com.quaily.page.markdown.render.MarkdownContext;
import com.quaily.page.markdown.render.MarkdownContext.Target;
import com.quaily.page.markdown.render.MediaLookup;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How much processor time the Markdown of a post takes, once the code is warm. Prints a row of a
 * table.
 *
 * <p>Argument: for how many seconds each half runs (10).
 */
public final class MarkdownBench {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final MarkdownContext CONTEXT =
      new MarkdownContext(
          Target.PAGE,
          "https://example.org",
          "https://example.org/bench/p/post",
          new MarkdownContext.TextStyle(false, "en"),
          MediaLookup.NONE,
          EmbedLookup.NONE,
          Language.EN);

  private MarkdownBench() {}

  public static void main(String[] arguments) {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    List<String> posts = IntStream.range(0, 200).mapToObj(Corpus::markdown).toList();
    double size = posts.stream().mapToInt(String::length).average().orElseThrow() / 1024;
    Markdown markdown = new Markdown();
    milliseconds(markdown, posts, seconds);
    System.out.printf(
        Locale.ROOT,
        "| Markdown to HTML, %.1f thousand characters, warm | %.2f ms CPU | 0.3 ms |%n",
        size,
        milliseconds(markdown, posts, seconds));
  }

  private static double milliseconds(Markdown markdown, List<String> posts, int seconds) {
    long begin = THREADS.getCurrentThreadCpuTime();
    long end = begin + seconds * 1_000_000_000L;
    long rendered = 0;
    long length = 0;
    while (THREADS.getCurrentThreadCpuTime() < end) {
      for (String post : posts) {
        length += markdown.render(post, CONTEXT).html().length();
        rendered++;
      }
    }
    if (length == 0) {
      throw new IllegalStateException("nothing was rendered");
    }
    return (THREADS.getCurrentThreadCpuTime() - begin) / 1e6 / rendered;
  }
}
