package com.quaily.importer.rewrite;

import com.quaily.importer.source.SourceDocument;
import com.quaily.importer.source.SourceFolder;
import com.quaily.importer.source.SourceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds documents by the names used in links, ignoring case. */
public final class DocumentIndex {

  /** The result: one document, several equally near ones, or none. */
  record Found(List<IndexedDocument> documents) {

    Optional<IndexedDocument> only() {
      return documents.size() == 1 ? Optional.of(documents.get(0)) : Optional.empty();
    }

    boolean isAmbiguous() {
      return documents.size() > 1;
    }
  }

  private final Map<String, IndexedDocument> byPath = new HashMap<>();
  private final Map<String, List<IndexedDocument>> byName = new HashMap<>();
  private final Map<String, List<IndexedDocument>> byAlias = new HashMap<>();
  private final Map<String, List<IndexedDocument>> byTitle = new HashMap<>();
  private final Map<String, List<IndexedDocument>> byAddress = new HashMap<>();

  public void add(IndexedDocument document, SourceDocument.Names names) {
    byPath.put(SourceFolder.key(document.path()), document);
    String path = document.path();
    String fileName = path.substring(path.lastIndexOf('/') + 1);
    add(byName, fileName, document);
    add(byName, SourceName.of(document.source()).stem(), document);
    add(byTitle, document.title(), document);
    names.aliases().forEach(alias -> add(byAlias, alias, document));
    names.addresses().forEach(address -> add(byAddress, trimAddress(address), document));
  }

  private static void add(
      Map<String, List<IndexedDocument>> map, String name, IndexedDocument document) {
    List<IndexedDocument> documents =
        map.computeIfAbsent(SourceFolder.key(name), key -> new ArrayList<>(1));
    if (!documents.contains(document)) {
      documents.add(document);
    }
  }

  /**
   * Finds a document by name, as in {@code [[Note]]} or {@code [[folder/Note]]}: by path, file
   * name, alias, title; the nearest folder wins.
   *
   * @param name without heading; may have an extension
   * @param folder of the linking document
   */
  Found byName(String name, String folder) {
    String bare = withoutMarkdownExtension(name.strip());
    boolean fromRoot = bare.startsWith("/");
    String path = fromRoot ? bare.substring(1) : bare;
    Found exact = fromRoot ? byPath(path, "") : byPath(path, folder);
    if (exact.documents().isEmpty() && !path.startsWith(".")) {
      exact = byPath(path, "");
    }
    if (!exact.documents().isEmpty()) {
      return exact;
    }
    String last = SourceFolder.key(path.substring(path.lastIndexOf('/') + 1));
    String tail = SourceFolder.key(path);
    Predicate<IndexedDocument> inPath = document -> tail.equals(last) || endsWith(document, tail);
    List<IndexedDocument> found = select(byName, last, inPath);
    found = found.isEmpty() ? select(byAlias, tail, any -> true) : found;
    found = found.isEmpty() ? select(byTitle, tail, any -> true) : found;
    return nearest(found, folder);
  }

  /** Finds a document by path: relative to a folder, with or without extension. */
  Found byPath(String path, String folder) {
    Optional<String> joined = RelativePaths.join(folder, withoutMarkdownExtension(path));
    if (joined.isEmpty()) {
      return new Found(List.of());
    }
    String key = SourceFolder.key(joined.get());
    for (String candidate : List.of(key, key + "/index", key + "/readme")) {
      IndexedDocument document = byPath.get(candidate);
      if (document != null) {
        return new Found(List.of(document));
      }
    }
    return new Found(List.of());
  }

  /** Finds a document by its address on the old site, such as {@code /2024/05/01/title.html}. */
  Found byAddress(String address) {
    String trimmed = trimAddress(address);
    List<IndexedDocument> known = select(byAddress, SourceFolder.key(trimmed), any -> true);
    if (!known.isEmpty()) {
      return new Found(known);
    }
    Found place = byPath(trimmed.substring(1), "");
    if (!place.documents().isEmpty()) {
      return place;
    }
    String last = SourceFolder.key(trimmed.substring(trimmed.lastIndexOf('/') + 1));
    return last.isEmpty() ? new Found(List.of()) : new Found(select(byName, last, any -> true));
  }

  private static List<IndexedDocument> select(
      Map<String, List<IndexedDocument>> map, String key, Predicate<IndexedDocument> condition) {
    return map.getOrDefault(key, List.of()).stream().filter(condition).toList();
  }

  private static boolean endsWith(IndexedDocument document, String tail) {
    String path = "/" + SourceFolder.key(document.path());
    return path.endsWith("/" + tail) || path.endsWith("/" + tail + "/index");
  }

  private static Found nearest(List<IndexedDocument> documents, String folder) {
    if (documents.size() < 2) {
      return new Found(documents);
    }
    Comparator<IndexedDocument> byDistance =
        Comparator.comparingInt(document -> RelativePaths.distance(document.folder(), folder));
    int least =
        RelativePaths.distance(documents.stream().min(byDistance).orElseThrow().folder(), folder);
    return new Found(
        documents.stream()
            .filter(document -> RelativePaths.distance(document.folder(), folder) == least)
            .toList());
  }

  private static String trimAddress(String address) {
    String path = address.replaceFirst("(?:/index)?(?:\\.html?)?/*$", "");
    return path.startsWith("/") ? path : "/" + path;
  }

  private static String withoutMarkdownExtension(String name) {
    return name.replaceFirst("(?i)\\.(?:md|markdown|mdown|mkd)$", "");
  }
}
