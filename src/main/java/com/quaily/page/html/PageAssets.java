package com.quaily.page.html;

import com.quaily.model.Sha256;
import com.quaily.model.page.PageKeys;
import com.quaily.page.template.Resources;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The few files that pages load: scripts that are only fetched by pages in which something needs
 * them. Each name carries a hash of the content, so that a file may be cached for ever.
 */
public final class PageAssets {

  static final String COUNT = "count.js";
  static final String EMBED = "embed.js";
  static final String WIDGET_FRAME = "widget-frame.js";
  static final String DIAGRAM = "diagram.js";
  private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
  private static final String FOLDER = "assets/";
  private static final int HASH_LENGTH = 12;

  /**
   * A file to be put into storage.
   *
   * @param key where it lies in storage
   * @param path where readers find it, from the root of the site's host
   */
  @SuppressWarnings("ArrayRecordComponent") // Written once into storage, never compared.
  public record Asset(String key, String path, String contentType, byte[] bytes) {}

  private final Map<String, Asset> assets = new LinkedHashMap<>();

  public PageAssets() {
    script(COUNT);
    script(EMBED);
    script(WIDGET_FRAME);
    add("mermaid.js", JAVASCRIPT, Resources.bytes(FOLDER + "mermaid/mermaid.js"));
    script("diagram-frame.js");
    add("diagram-frame.html", "text/html; charset=utf-8", resolved("diagram-frame.html"));
    script(DIAGRAM);
  }

  /** Everything that must lie in storage before pages that refer to it are shown. */
  public Collection<Asset> all() {
    return assets.values();
  }

  /** Where readers find a file, from the root of the site's host. */
  String path(String name) {
    return assets.get(name).path();
  }

  private void script(String name) {
    add(name, JAVASCRIPT, resolved(name));
  }

  /** A file in which {@code {name}} stands for the hashed name of one added before. */
  private byte[] resolved(String name) {
    String text = Resources.text(FOLDER + name);
    for (Map.Entry<String, Asset> other : assets.entrySet()) {
      String path = other.getValue().path();
      text = text.replace("{" + other.getKey() + "}", path.substring(path.lastIndexOf('/') + 1));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void add(String name, String contentType, byte[] bytes) {
    int dot = name.lastIndexOf('.');
    String hashed =
        name.substring(0, dot)
            + "-"
            + Sha256.hex(bytes).substring(0, HASH_LENGTH)
            + name.substring(dot);
    // Pages are found without their ending; asking with it would be redirected.
    String address = "/assets/" + hashed.replaceFirst("\\.html$", "");
    assets.put(name, new Asset(PageKeys.site("assets", hashed), address, contentType, bytes));
  }
}
