package com.quaily.page.html;

import com.quaily.model.Sha256;
import com.quaily.model.page.PageKeys;
import com.quaily.page.template.Resources;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Scripts that pages load when they need them. Each name contains a hash of the content, so that
 * files can be cached indefinitely.
 */
public final class PageAssets {

  static final String COUNT = "count.js";
  static final String EMBED = "embed.js";
  static final String DIAGRAM = "diagram.js";
  private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
  private static final String FOLDER = "assets/";
  private static final int HASH_LENGTH = 12;

  /**
   * A file to store.
   *
   * @param key its storage key
   * @param path its public path on the site's host
   */
  @SuppressWarnings("ArrayRecordComponent") // Written once into storage, never compared.
  public record Asset(String key, String path, String contentType, byte[] bytes) {}

  private final Map<String, Asset> assets = new LinkedHashMap<>();

  public PageAssets() {
    script(COUNT);
    script(EMBED);
    script("diagram-frame.js");
    add("diagram-frame.html", "text/html; charset=utf-8", resolved("diagram-frame.html"));
    script(DIAGRAM);
  }

  /** All files that must be stored before pages that use them are published. */
  public Collection<Asset> all() {
    return assets.values();
  }

  /** The public path of a file on the site's host. */
  String path(String name) {
    return assets.get(name).path();
  }

  private void script(String name) {
    add(name, JAVASCRIPT, resolved(name));
  }

  /** A file in which {@code {name}} is replaced by the hashed name of a file added earlier. */
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
    // Pages are served without their extension; a request with it would be redirected.
    String address = "/assets/" + hashed.replaceFirst("\\.html$", "");
    assets.put(name, new Asset(PageKeys.site("assets", hashed), address, contentType, bytes));
  }
}
