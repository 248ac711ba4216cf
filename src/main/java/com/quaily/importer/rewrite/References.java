package com.quaily.importer.rewrite;

import com.quaily.importer.report.Leftover;
import com.quaily.importer.report.SourceException;
import com.quaily.importer.report.Warnings;
import com.quaily.importer.rewrite.DocumentIndex.Found;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Resolves the links of a document to addresses on the new site. */
public final class References {

  /** The index of all documents and images of a run. */
  public record Site(
      String channel,
      DocumentIndex index,
      ImageFinder images,
      UnaryOperator<String> headingId,
      Function<String, List<Leftover>> leftovers) {

    /** True for paths below which the new site keeps its pages of the channel, and its images. */
    private boolean has(String path) {
      return path.startsWith("/media/")
          || path.equals("/" + channel)
          || path.startsWith("/" + channel + "/");
    }
  }

  private final Site site;
  private final String folder;
  private final Warnings warnings;
  private final Map<String, LocalImage> used = new LinkedHashMap<>();

  /**
   * @param folder of the document
   */
  public References(Site site, String folder, Warnings warnings) {
    this.site = site;
    this.folder = folder;
    this.warnings = warnings;
  }

  /** The images in the document, each once. */
  public Collection<LocalImage> images() {
    return used.values();
  }

  /**
   * The URL of a note, as in {@code [[Note#Heading]]}.
   *
   * @throws SourceException with the reason when there is none
   */
  String note(String target, int line) throws SourceException {
    int hash = target.indexOf('#');
    String name = hash < 0 ? target : target.substring(0, hash);
    String fragment = hash < 0 ? "" : target.substring(hash + 1);
    if (!name.isBlank()) {
      return post(name, site.index().byName(name, folder), fragment, line);
    }
    String anchor = anchor(fragment);
    if (anchor.isEmpty()) {
      throw new SourceException("links to blocks are not supported");
    }
    return anchor;
  }

  /**
   * The new URL for a link's destination; external links and links within the page do not change.
   *
   * @throws SourceException with the reason when it cannot be resolved
   */
  String link(String destination, int line) throws SourceException {
    if (LinkAddress.isRemote(destination) || destination.isBlank()) {
      return destination;
    }
    LinkAddress address = LinkAddress.of(destination);
    if (address.hasTemplate()) {
      throw new SourceException("unsupported template: " + address.path());
    }
    if (address.path().isEmpty()) {
      return address.fragment().isEmpty() ? destination : anchor(address.fragment());
    }
    if (ImageFinder.isImage(address.path())) {
      return image(destination);
    }
    Found found = find(address);
    boolean onSite = address.path().startsWith("/") && !address.document();
    return onSite && found.documents().isEmpty()
        ? onSite(address, line)
        : post(address.path(), found, address.fragment(), line);
  }

  /** A page that no file of the folder is; the writer may know better whether it exists. */
  private String onSite(LinkAddress address, int line) {
    if (!site.has(address.path())) {
      warnings.add(
          line,
          "link kept, but no imported file is \"" + address.path() + "\": see where it leads");
    }
    return address.written();
  }

  private Found find(LinkAddress address) {
    if (address.document()) {
      return site.index().byName(address.path(), folder);
    }
    if (address.path().startsWith("/")) {
      return site.index().byAddress(address.path());
    }
    Found place = site.index().byPath(address.path(), folder);
    return place.documents().isEmpty() ? site.index().byName(address.path(), folder) : place;
  }

  private String post(String name, Found found, String fragment, int line) throws SourceException {
    if (found.isAmbiguous()) {
      String candidates =
          found.documents().stream().map(IndexedDocument::source).collect(Collectors.joining(", "));
      throw new SourceException("\"" + name + "\" is ambiguous: " + candidates);
    }
    IndexedDocument document =
        found.only().orElseThrow(() -> new SourceException("no imported file is \"" + name + "\""));
    if (document.draft()) {
      warnings.add(line, "links to " + document.source() + ", which is a draft");
    }
    return "/" + site.channel() + "/p/" + document.slug() + anchor(fragment);
  }

  /** A heading's anchor with its hash; empty for none, and for Obsidian's block references. */
  private String anchor(String fragment) {
    String heading = fragment.substring(fragment.lastIndexOf('#') + 1).strip();
    return heading.isEmpty() || heading.startsWith("^") ? "" : "#" + anchorId(heading);
  }

  /** The id by which links reach a heading or an element with this name. */
  String anchorId(String name) {
    return site.headingId().apply(name);
  }

  /** What our pages do not understand in a text. */
  List<Leftover> leftovers(String content) {
    return site.leftovers().apply(content);
  }

  /**
   * The new destination of an image: a placeholder for a local one until it is stored; external
   * ones do not change.
   *
   * @throws SourceException with the reason when it cannot be shown
   */
  public String image(String destination) throws SourceException {
    if (LinkAddress.isRemote(destination)) {
      return destination;
    }
    LinkAddress address = LinkAddress.of(destination);
    if (address.path().startsWith("/media/") && !site.images().has(address.path())) {
      return address.written();
    }
    LocalImage image = site.images().find(address.path(), folder);
    used.put(image.checksum(), image);
    return image.placeholder() + address.query();
  }
}
