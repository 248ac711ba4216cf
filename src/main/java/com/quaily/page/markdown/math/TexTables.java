package com.quaily.page.markdown.math;

import static com.quaily.page.markdown.math.MathMl.element;
import static com.quaily.page.markdown.math.MathMl.leaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Environments with rows and columns: matrices, cases, aligned lines. */
final class TexTables {
  private static final Set<String> ALIGNED =
      Set.of(
          "align", "align*", "aligned", "alignat", "alignedat", "split", "eqnarray", "eqnarray*");
  private static final Set<String> CENTRED =
      Set.of(
          "gather",
          "gather*",
          "gathered",
          "equation",
          "equation*",
          "matrix",
          "smallmatrix",
          "multline",
          "multline*");

  private final TexParser parser;
  private final TexCursor cursor;

  TexTables(TexParser parser) {
    this.parser = parser;
    this.cursor = parser.cursor();
  }

  /** The environment whose {@code \begin{name}} was just consumed. */
  String environment(String name) {
    if (name.startsWith("alignat") || name.equals("alignedat")) {
      cursor.rawGroup();
    }
    if (cursor.peek().isChar("[")) {
      cursor.next();
      parser.row("]");
      cursor.accept("]");
    }
    List<String> columns = name.equals("array") ? columns(cursor.rawGroup()) : List.of();
    List<List<List<String>>> rows = rows();
    if (cursor.acceptCommand("end")) {
      cursor.rawGroup();
    }
    if (ALIGNED.contains(name)) {
      return aligned(rows);
    }
    if (CENTRED.contains(name)) {
      return table("", rows, List.of());
    }
    return switch (name) {
      case "array" -> table("", rows, columns);
      case "pmatrix" -> fenced("(", table("", rows, List.of()), ")");
      case "bmatrix" -> fenced("[", table("", rows, List.of()), "]");
      case "Bmatrix" -> fenced("{", table("", rows, List.of()), "}");
      case "vmatrix" -> fenced("|", table("", rows, List.of()), "|");
      case "Vmatrix" -> fenced("‖", table("", rows, List.of()), "‖");
      case "cases", "dcases" -> fenced("{", table("", rows, List.of("left")), "");
      case "rcases" -> fenced("", table("", rows, List.of("left")), "}");
      default -> MathMl.unknown("\\begin{" + name + "}") + table("", rows, List.of());
    };
  }

  /** The rows of a group, for lines under a large operator. */
  String stack() {
    cursor.accept("{");
    String table = table("", rows(), List.of());
    cursor.accept("}");
    return table;
  }

  /** Rows of cells up to their terminator, which is not consumed; at least one cell. */
  List<List<List<String>>> rows() {
    List<List<List<String>>> rows = new ArrayList<>();
    List<List<String>> cells = new ArrayList<>();
    while (true) {
      cells.add(parser.row(""));
      if (cursor.accept("&")) {
        continue;
      }
      rows.add(cells);
      if (!cursor.acceptCommand("\\") && !cursor.acceptCommand("cr")) {
        break;
      }
      skipDistance();
      cells = new ArrayList<>();
    }
    boolean emptyLast = cells.size() == 1 && cells.get(0).isEmpty() && rows.size() > 1;
    if (emptyLast) {
      rows.remove(rows.size() - 1);
    }
    return rows;
  }

  /** Skips the optional distance after the end of a row: {@code \\[4pt]}. */
  private void skipDistance() {
    if (cursor.peek().isChar("[")) {
      cursor.next();
      parser.row("]");
      cursor.accept("]");
    }
  }

  /** Columns alternately aligned right and left, as around relation signs. */
  static String aligned(List<List<List<String>>> rows) {
    String attributes = "class=\"math-aligned\" displaystyle=\"true\"";
    boolean oneColumn = rows.stream().allMatch(cells -> cells.size() == 1);
    return oneColumn
        ? table("displaystyle=\"true\"", rows, List.of())
        : table(attributes, rows, List.of("right", "left"));
  }

  /**
   * @param sides alignment of the cells of each column, repeating; empty for center
   */
  private static String table(
      String attributes, List<List<List<String>>> rows, List<String> sides) {
    StringBuilder body = new StringBuilder();
    for (List<List<String>> cells : rows) {
      body.append("<mtr>");
      for (int i = 0; i < cells.size(); i++) {
        String content = String.join("", cells.get(i));
        String side = sides.isEmpty() ? "center" : sides.get(i % sides.size());
        // MathML Core leaves the alignment of cells to the style sheet.
        body.append(
            side.equals("center")
                ? element("mtd", content)
                : element("mtd", "class=\"align-" + side + "\"", content));
      }
      body.append("</mtr>");
    }
    return attributes.isEmpty()
        ? element("mtable", body.toString())
        : element("mtable", attributes, body.toString());
  }

  private static String fenced(String open, String table, String close) {
    String left = open.isEmpty() ? "" : leaf("mo", "fence=\"true\" form=\"prefix\"", open);
    String right = close.isEmpty() ? "" : leaf("mo", "fence=\"true\" form=\"postfix\"", close);
    return element("mrow", left + table + right);
  }

  private static List<String> columns(String specification) {
    return specification
        .chars()
        .filter(c -> "lcr".indexOf(c) >= 0)
        .mapToObj(c -> c == 'l' ? "left" : c == 'r' ? "right" : "center")
        .toList();
  }
}
