package com.quaily.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the corpus as the content of a Hugo site.
 *
 * <p>Arguments: the directory, how many posts.
 */
public final class HugoContent {

  private HugoContent() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Files.createDirectories(Path.of(arguments[0]));
    for (int number = 0; number < Integer.parseInt(arguments[1]); number++) {
      Files.writeString(directory.resolve(Corpus.slug(number) + ".md"), post(number));
    }
  }

  private static String post(int number) {
    return String.format(
        "---%ntitle: \"%s\"%ndate: %s%ntags: [\"%s\"]%n---%n%n%s",
        Corpus.title(number),
        Corpus.publishedAt(number),
        String.join("\", \"", Corpus.tags(number)),
        Corpus.markdown(number));
  }
}
