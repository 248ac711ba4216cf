package com.quaily.importer.rewrite;

import com.quaily.importer.report.SourceException;
import com.quaily.importer.source.SourceFolder;
import com.quaily.importer.source.SourceName;
import com.quaily.media.ImageKind;
import com.quaily.model.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the images that documents refer to, and reads only images. */
public final class ImageFinder {
  private static final Set<String> IMAGES =
      Set.of(
          "png", "jpg", "jpeg", "jfif", "gif", "webp", "ico", "svg", "avif", "bmp", "heic", "heif",
          "tif", "tiff");

  private final SourceFolder folder;
  private final List<SourceFolder> roots;
  private final Map<String, List<String>> byName = new HashMap<>();
  private final Map<Path, LocalImage> known = new HashMap<>();

  /**
   * @param files the paths of the folder's other files
   * @param assets a second folder to search
   */
  public ImageFinder(SourceFolder folder, List<String> files, Optional<SourceFolder> assets) {
    this.folder = folder;
    this.roots = new ArrayList<>(List.of(folder));
    assets.ifPresent(second -> roots.add(0, second));
    for (String file : files) {
      String name = file.substring(file.lastIndexOf('/') + 1);
      byName.computeIfAbsent(SourceFolder.key(name), key -> new ArrayList<>(1)).add(file);
    }
  }

  /** True if a path has an image extension of any kind, supported or not. */
  static boolean isImage(String path) {
    return IMAGES.contains(SourceName.extension(path));
  }

  /**
   * The image that a document refers to.
   *
   * @param path decoded, relative to the document's folder or, with a slash, to the site's root
   * @param from the document's folder
   * @throws SourceException with the reason when there is no usable image
   */
  LocalImage find(String path, String from) throws SourceException {
    Optional<Path> file = path.startsWith("/") ? ofSite(path) : ofDocument(path, from);
    if (file.isEmpty()) {
      boolean outside =
          !path.startsWith("/") && folder.leadsOut(from + (from.isEmpty() ? "" : "/") + path);
      throw new SourceException(
          path + (outside ? " is outside the folder" : ": no such file in the folder"));
    }
    LocalImage image = known.get(file.get());
    if (image == null) {
      image = check(file.get(), path);
      known.put(file.get(), image);
    }
    return image;
  }

  /** True if the folders hold a file at this path of the site. */
  boolean has(String path) {
    return ofSite(path).isPresent();
  }

  private Optional<Path> ofSite(String path) {
    for (SourceFolder root : roots) {
      for (String place : List.of("", "static/", "assets/", "public/")) {
        Optional<Path> file = root.find(place + path.replaceFirst("^/+", ""));
        if (file.isPresent()) {
          return file;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Path> ofDocument(String path, String from) {
    return folder
        .find(from.isEmpty() ? path : from + "/" + path)
        .or(() -> path.startsWith("..") ? Optional.empty() : ofSite("/" + path))
        .or(() -> nearestNamed(path, from));
  }

  /** Obsidian refers to images by file name only, and letter case differs between systems. */
  private Optional<Path> nearestNamed(String path, String from) {
    String wanted = SourceFolder.key(path.replaceFirst("^(?:\\.{1,2}/){1,99}", ""));
    String name = wanted.substring(wanted.lastIndexOf('/') + 1);
    return byName.getOrDefault(name, List.of()).stream()
        .filter(file -> ("/" + SourceFolder.key(file)).endsWith("/" + wanted))
        .min(
            Comparator.<String>comparingInt(
                    file -> RelativePaths.distance(SourceName.of(file).folder(), from))
                .thenComparing(Comparator.naturalOrder()))
        .flatMap(folder::find);
  }

  private static LocalImage check(Path file, String path) throws SourceException {
    byte[] content;
    try {
      content = SourceFolder.read(file, Limits.ATTACHMENT + 1);
    } catch (IOException e) {
      throw new SourceException(0, path + " cannot be read: " + e.getMessage(), e);
    }
    if (content.length > Limits.ATTACHMENT) {
      throw new SourceException(path + " is larger than 5 MB");
    }
    if (ImageKind.of(content).isEmpty()) {
      throw new SourceException(path + " is not a PNG, JPEG, GIF, WebP or ICO image");
    }
    return new LocalImage(file, file.getFileName().toString(), Checksum.of(content));
  }
}
