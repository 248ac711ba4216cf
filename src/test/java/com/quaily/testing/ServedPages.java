package com.quaily.testing;

/** The stored objects for the serving contracts. */
final class ServedPages {

  static final String STYLE = "body{color:#222}";
  static final String SCRIPT = "document.title";
  static final String PAGE =
      "<!doctype html><html lang=\"en\"><head><style>"
          + STYLE
          + "</style><script type=\"application/ld+json\">{\"a\":1}</script><script>"
          + SCRIPT
          + "</script><script src=\"/widget/app.js\" defer></script></head><body>"
          + "<p>Letters about paper, ink and patience.</p>".repeat(60)
          + "</body></html>";

  private ServedPages() {}

  static byte[] picture() {
    byte[] bytes = new byte[100_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 + i / 251);
    }
    return bytes;
  }

  static void fill(MemoryStorage storage) {
    storage.putHtml("pages/alice/index.html", PAGE);
    storage.putHtml("pages/alice/p/hello.html", PAGE);
    storage.putHtml("pages/alice/widget.html", PAGE);
    storage.putHtml("pages/alice/post-widget.html", "<main data-quaily=\"post\"></main>");
    storage.putHtml("pages/alice/404.html", "<h1>Alice has no such page</h1>");
    storage.putHtml("pages/404.html", "<h1>The site has no such page</h1>");
    storage.putText("pages/alice/feed/atom.xml", "<feed/>", "application/atom+xml; charset=utf-8");
    storage.put("media/aF3.webp", picture(), "image/webp");
    storage.putHtml("paid/alice/1.html", "secret");
    storage.putText("routing/hosts.json", "{\"letters.example\":\"alice\"}", "application/json");
    storage.putText(
        "routing/redirects/alice.json",
        "{\"p/old\":\"p/older\",\"p/older\":\"p/hello\",\"p/x\":\"p/y\",\"p/y\":\"p/x\","
            + "\"p/one\":\"p/one\",\"p/a\":\"p/b\",\"p/b\":\"p/c\",\"p/c\":\"p/a\",\"p/to-a\":\"p/a\"}",
        "application/json");
    storage.putText("routing/redirects/alicia.json", "{\"\":\"alice\"}", "application/json");
    storage.putHtml("sites/portal/index.html", PAGE);
    storage.putHtml("sites/portal/pricing/index.html", PAGE);
    storage.putHtml("sites/tools/slug.html", PAGE);
    storage.putHtml("sites/tools/404.html", "<h1>No such tool</h1>");
    storage.putHtml("sites/dashboard/index.html", PAGE);
    storage.putText("sites/dashboard/assets/app-Bx9_kk21.js", "1;", "text/javascript");
  }
}
