package com.quaily.importer.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's path says about its document.
 *
 * @param folder without a trailing slash; empty for the root
 * @param stem the name without date, language and extension; for a page bundle, its folder's name
 * @param date the date in a Jekyll post's name
 * @param language the language in a Hugo translation's name
 * @param bundle true for an {@code index.md} that owns its folder
 */
public record SourceName(
    String folder, String stem, Optional<String> date, Optional<String> language, boolean bundle) {
  private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})-(.+)");
  private static final Pattern TRANSLATED = Pattern.compile("(.+)\\.([a-z]{2}(?:-[A-Za-z]{2,4})?)");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  public static SourceName of(String path) {
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    String stem = withoutExtension(path.substring(slash + 1));
    Matcher translated = TRANSLATED.matcher(stem);
    Optional<String> language = Optional.empty();
    if (translated.matches() && LANGUAGES.contains(translated.group(2).substring(0, 2))) {
      language = Optional.of(translated.group(2));
      stem = translated.group(1);
    }
    boolean bundle = stem.equals("index") && !folder.isEmpty();
    if (bundle) {
      stem = folder.substring(folder.lastIndexOf('/') + 1);
    }
    Matcher dated = DATED.matcher(stem);
    return dated.matches()
        ? new SourceName(folder, dated.group(2), Optional.of(dated.group(1)), language, bundle)
        : new SourceName(folder, stem, Optional.empty(), language, bundle);
  }

  /** True for Hugo's list pages, {@code _index.md}. */
  boolean isSectionPage() {
    return stem.equals("_index");
  }

  /** True in a folder for Jekyll's unpublished posts. */
  boolean isInDrafts() {
    return List.of(folder.split("/")).contains("_drafts");
  }

  /** In lower case, without the dot; empty when there is none. */
  public static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot <= path.lastIndexOf('/') ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  public static String withoutExtension(String path) {
    String extension = extension(path);
    return extension.isEmpty() ? path : path.substring(0, path.length() - extension.length() - 1);
  }
}
