package com.quaily.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Walks the files below a prefix in key order, reading each directory when it is reached. */
final class FileListing extends Spliterators.AbstractSpliterator<ObjectInfo> {

  /** A directory sorts by the keys in it, so its name ends with a slash. */
  private record Entry(String key, BasicFileAttributes attributes) {
    boolean isDirectory() {
      return key.endsWith("/");
    }
  }

  private static final Comparator<Entry> BY_KEY =
      Comparator.comparing(Entry::key, StorageKey.ORDER);

  private final FileTree tree;
  private final String prefix;
  private final Deque<Iterator<Entry>> open = new ArrayDeque<>();
  private boolean started;

  private FileListing(FileTree tree, String prefix) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
    this.tree = tree;
    this.prefix = prefix;
  }

  /** Reads nothing before the stream is consumed; keeps no handle open between reads. */
  static Stream<ObjectInfo> of(FileTree tree, String prefix) {
    return StreamSupport.stream(new FileListing(tree, prefix), false);
  }

  @Override
  public boolean tryAdvance(Consumer<? super ObjectInfo> action) {
    try {
      if (!started) {
        started = true;
        enter(prefix.substring(0, prefix.lastIndexOf('/') + 1));
      }
      while (!open.isEmpty()) {
        if (!open.peek().hasNext()) {
          open.pop();
          continue;
        }
        Entry entry = open.peek().next();
        if (!entry.isDirectory()) {
          action.accept(FileStorage.info(entry.key(), entry.attributes()));
          return true;
        }
        enter(entry.key());
      }
      return false;
    } catch (DirectoryIteratorException failure) {
      throw FileStorage.unavailable(failure.getCause());
    } catch (IOException failure) {
      throw FileStorage.unavailable(failure);
    }
  }

  private void enter(String directoryKey) throws IOException {
    Path directory = tree.directory(directoryKey);
    if (!tree.isDirectory(directory)) {
      return;
    }
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        addEntry(directoryKey, file, entries);
      }
    } catch (NoSuchFileException | NotDirectoryException removedMeanwhile) {
      tree.requireRoot();
      return;
    }
    entries.sort(BY_KEY);
    open.push(entries.iterator());
  }

  private void addEntry(String directoryKey, Path file, List<Entry> entries) throws IOException {
    String name = file.getFileName().toString();
    FileNames.check(name);
    String key = directoryKey + name;
    // Ignores names that are not valid keys: temporary files and files of other programs.
    if (!key.startsWith(prefix) || !StorageKey.isValid(key)) {
      return;
    }
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isDirectory()) {
        entries.add(new Entry(key + "/", attributes));
      } else if (attributes.isRegularFile()) {
        entries.add(new Entry(key, attributes));
      }
    } catch (NoSuchFileException removedMeanwhile) {
      // Removed since the directory was read.
    }
  }
}
