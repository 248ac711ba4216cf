package com.quaily.page.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.page.markdown.render.Outline;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;

/**
 * Runs the examples of CommonMark 0.31.2 and of GitHub's specification 0.29 with the dialect's
 * parser and a plain renderer. The listed numbers are the known differences, which docs/markdown.md
 * explains; an example that no longer differs must be removed from the list.
 */
class MarkdownSpecTest {
  /** CommonMark knows no bare links; GitHub's autolinks make links of these. */
  private static final Set<Integer> COMMONMARK_BARE_LINKS = Set.of(602, 606, 608, 611, 612);

  /** The same examples in GitHub's text, which shows them as if without its own extension. */
  private static final Set<Integer> GITHUB_BARE_LINKS = Set.of(610, 614, 616, 619, 620);

  /** Strong within strong, which the older text flattens and today's CommonMark nests. */
  private static final Set<Integer> GITHUB_NESTED_STRONG =
      Set.of(398, 426, 434, 435, 436, 473, 474, 475, 477);

  /** Where a bare link ends: at an unmatched parenthesis, before "&hl;", after "a.b" of "a.b-". */
  private static final Set<Integer> GITHUB_ENDS_OF_BARE_LINKS = Set.of(625, 626, 631);

  /** Tags that GitHub escapes are taken out by the policy, which plain rendering leaves aside. */
  private static final Set<Integer> GITHUB_FORBIDDEN_TAGS = Set.of(652);

  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(),
          StrikethroughExtension.create(),
          TaskListItemsExtension.create());

  private final DialectParser underTest = DialectParser.forRendering();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder().percentEncodeUrls(true).extensions(EXTENSIONS).build();

  @Test
  void anOutlineIsTheSameWithAndWithoutOtherBlocks() {
    DialectParser outlines = DialectParser.forOutlines();
    String definitions = "\n\n[foo]: /x\n\n# A *b* [foo] `c`\n\n> [!NOTE]\n> # In a box\n";
    List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());
    assertEquals(652, examples.size());
    for (Example example : examples) {
      for (String source : List.of(example.getSource(), example.getSource() + definitions)) {
        assertEquals(
            Outline.of(underTest.parse(source)), Outline.of(outlines.parse(source)), source);
      }
    }
  }

  @Test
  void readsEveryExampleOfCommonMarkExceptTheListedOnes() {
    List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());

    NavigableMap<Integer, String> differences = differences(examples);

    assertEquals(652, examples.size());
    assertEquals(new TreeSet<>(COMMONMARK_BARE_LINKS), differences.keySet(), differences::toString);
  }

  @Test
  void readsEveryExampleOfGitHubExceptTheListedOnes() {
    Set<Integer> listed = new TreeSet<>(GITHUB_BARE_LINKS);
    listed.addAll(GITHUB_NESTED_STRONG);
    listed.addAll(GITHUB_ENDS_OF_BARE_LINKS);
    listed.addAll(GITHUB_FORBIDDEN_TAGS);

    NavigableMap<Integer, String> differences =
        differences(ExampleReader.readExamples(TestResources.getGfmSpec()));

    assertEquals(listed, differences.keySet(), differences::toString);
  }

  private NavigableMap<Integer, String> differences(List<Example> examples) {
    NavigableMap<Integer, String> differences = new TreeMap<>();
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      String html = renderer.render(underTest.parse(example.getSource()));
      if (!html.equals(expected(example))) {
        differences.put(i + 1, example.getSource() + "=> " + html);
      }
    }
    return differences;
  }

  /**
   * The specification shows tabs as arrows, and writes the attributes of boxes in another order.
   */
  private static String expected(Example example) {
    String box = "type=\"checkbox\" disabled=\"\"";
    return example
        .getHtml()
        .replace('→', '\t')
        .replace("checked=\"\" disabled=\"\" type=\"checkbox\"", box + " checked=\"\"")
        .replace("disabled=\"\" type=\"checkbox\"", box);
  }
}
