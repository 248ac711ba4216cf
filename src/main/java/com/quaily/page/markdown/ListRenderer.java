package com.quaily.page.markdown;

import com.quaily.page.markdown.render.DialectRenderer;
import com.quaily.page.markdown.render.RenderPass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders lists and the checkboxes of task items. */
final class ListRenderer extends DialectRenderer {
  ListRenderer(RenderPass pass, HtmlNodeRendererContext nodes) {
    super(pass, nodes, Set.of(BulletList.class, OrderedList.class, ListItem.class));
  }

  @Override
  public void render(Node node) {
    if (node instanceof ListItem item) {
      item(item);
    } else {
      list(node);
    }
  }

  private void list(Node list) {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (list instanceof OrderedList ordered
        && ordered.getMarkerStartNumber() != null
        && ordered.getMarkerStartNumber() != 1) {
      attributes.put("start", String.valueOf(ordered.getMarkerStartNumber()));
    }
    if (hasTask(list)) {
      attributes.put("class", "task-list");
    }
    String name = list instanceof OrderedList ? "ol" : "ul";
    html.line();
    html.tag(name, attributes);
    html.line();
    renderChildren(list);
    html.line();
    html.tag("/" + name);
    html.line();
  }

  private void item(ListItem item) {
    if (item.getFirstChild() instanceof TaskListItemMarker marker) {
      task(marker);
    } else {
      html.tag("li");
      renderChildren(item);
      html.tag("/li");
    }
    html.line();
  }

  private void task(TaskListItemMarker marker) {
    html.tag("li", Map.of("class", "task-list-item"));
    Node node = marker.getNext();
    if (context().isPage()) {
      html.tag("label");
      html.tag("input", boxAttributes(marker.isChecked()), true);
    } else {
      html.text(marker.isChecked() ? "☑" : "☐");
    }
    html.text(" ");
    if (node instanceof Paragraph) {
      renderChildren(node);
      node = node.getNext();
    }
    if (context().isPage()) {
      html.tag("/label");
    }
    while (node != null) {
      Node next = node.getNext();
      renderNode(node);
      node = next;
    }
    html.tag("/li");
  }

  private static Map<String, String> boxAttributes(boolean checked) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("type", "checkbox");
    attributes.put("disabled", "disabled");
    if (checked) {
      attributes.put("checked", "checked");
    }
    return attributes;
  }

  private static boolean hasTask(Node list) {
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (item.getFirstChild() instanceof TaskListItemMarker) {
        return true;
      }
    }
    return false;
  }
}
