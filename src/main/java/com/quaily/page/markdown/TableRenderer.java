package com.quaily.page.markdown;

import com.quaily.page.markdown.render.DialectRenderer;
import com.quaily.page.markdown.render.RenderPass;
import com.quaily.page.markdown.render.RendererTexts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders tables in a frame that can be scrolled with the keyboard. */
final class TableRenderer extends DialectRenderer {
  TableRenderer(RenderPass pass, HtmlNodeRendererContext nodes) {
    super(
        pass,
        nodes,
        Set.of(
            TableBlock.class, TableHead.class, TableBody.class, TableRow.class, TableCell.class));
  }

  @Override
  public void render(Node node) {
    if (node instanceof TableBlock) {
      table(node);
    } else if (node instanceof TableHead) {
      block("thead", Map.of(), node);
    } else if (node instanceof TableBody) {
      block("tbody", Map.of(), node);
    } else if (node instanceof TableRow) {
      block("tr", Map.of(), node);
    } else if (node instanceof TableCell cell) {
      block(cell.isHeader() ? "th" : "td", cellAttributes(cell), cell);
    }
  }

  private void table(Node table) {
    if (!context().isPage()) {
      block("table", Map.of(), table);
      return;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "table");
    attributes.put("role", "region");
    attributes.put("aria-label", pass.word(RendererTexts.TABLE));
    attributes.put("tabindex", "0");
    html.line();
    html.tag("div", attributes);
    block("table", Map.of(), table);
    html.tag("/div");
    html.line();
  }

  private Map<String, String> cellAttributes(TableCell cell) {
    if (cell.getAlignment() == null) {
      return Map.of();
    }
    String side = cell.getAlignment().name().toLowerCase(Locale.ROOT);
    return context().isPage() ? Map.of("class", "align-" + side) : Map.of("align", side);
  }
}
