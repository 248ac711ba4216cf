package com.quaily.page.publishing.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts that the pages of a static site share, such as header and footer. A page includes a part
 * with a line {@code <!-- include header -->}; the part is the file {@code .header.html} in the
 * page's folder or the nearest folder above it. In a part, {@code {page}} stands for the page's
 * path below the part's folder, and links to the page itself get {@code aria-current="page"}.
 */
final class SiteParts {

  private static final Pattern INCLUDE =
      Pattern.compile("^[ \\t]*<!-- include ([a-z-]{1,40}) -->\\R?", Pattern.MULTILINE);

  private final Path directory;
  private final String address;

  /**
   * Parts of one site.
   *
   * @param directory the site's files
   * @param address the path of the site's first page, with a slash at both ends
   */
  SiteParts(Path directory, String address) {
    this.directory = directory;
    this.address = address;
  }

  /**
   * The page with its parts; everything else stays as it is, byte by byte.
   *
   * @throws NoSuchFileException when a part is missing
   */
  byte[] fill(Path page) throws IOException {
    // One character a byte, so that any encoding that extends ASCII comes out as it went in.
    Matcher includes = INCLUDE.matcher(Files.readString(page, StandardCharsets.ISO_8859_1));
    StringBuilder filled = new StringBuilder();
    while (includes.find()) {
      includes.appendReplacement(filled, Matcher.quoteReplacement(part(includes.group(1), page)));
    }
    return includes.appendTail(filled).toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private String part(String name, Path page) throws IOException {
    String file = "." + name + ".html";
    Path folder = page.getParent();
    while (!Files.isRegularFile(folder.resolve(file))) {
      if (folder.equals(directory)) {
        throw new NoSuchFileException(file, null, "included by " + directory.relativize(page));
      }
      folder = folder.getParent();
    }
    String text = Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
    return markCurrent(text.replace("{page}", path(folder, page)), address + path(directory, page));
  }

  private static String path(Path folder, Path page) {
    String path = folder.relativize(page).toString().replace('\\', '/');
    return path.endsWith("index.html")
        ? path.substring(0, path.length() - "index.html".length())
        : path;
  }

  private static String markCurrent(String part, String address) {
    return part.replaceAll(
        "(<a [^>]*href=\"" + Pattern.quote(address) + "\")", "$1 aria-current=\"page\"");
  }
}
