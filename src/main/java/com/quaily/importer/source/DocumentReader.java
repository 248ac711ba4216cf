package com.quaily.importer.source;

import com.quaily.importer.report.SourceException;
import com.quaily.importer.report.Warnings;
import com.quaily.importer.source.BodyScan.Heading;
import com.quaily.importer.source.SourceDocument.Body;
import com.quaily.importer.source.SourceDocument.Dates;
import com.quaily.importer.source.SourceDocument.Names;
import com.quaily.model.Limits;
import com.quaily.model.post.Slug;
import com.quaily.service.validation.SlugMaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses the text of a file into a document and finds every field under all its possible names. */
public final class DocumentReader {
  static final int MAX_TITLE = 200;

  private static final Set<String> HELD_BACK =
      Set.of(
          "private",
          "draft",
          "drafts",
          "pending",
          "future",
          "trash",
          "auto-draft",
          "inherit",
          "unpublished",
          "hidden",
          "unlisted",
          "archived",
          "deleted",
          "protected",
          "secret",
          "wip",
          "in progress",
          "todo",
          "idea",
          "非公開",
          "下書き",
          "草稿",
          "私密",
          "未发布",
          "未發布");

  private static final String[] COVER_FIELDS = {
    "cover_image_url", "cover", "cover_image", "coverimage", "image", "featured_image",
    "featuredimage", "feature_image", "featureimage", "thumbnail", "banner", "images"
  };
  private static final String[] PATH_FIELDS = {"src", "image", "url", "path", "relative", "name"};
  private static final String[] WRITTEN = {
    "datetime",
    "date",
    "published_at",
    "publishdate",
    "pubdate",
    "published",
    "created",
    "created_at",
    "date created"
  };
  private static final String[] CHANGED = {
    "lastmod", "updated", "updated_at", "modified", "last_modified_at", "date modified"
  };

  private static final Set<String> PLUGIN_DATA = Set.of("excalidraw-plugin", "kanban-plugin");

  private final DateReader dates;

  public DocumentReader(DateReader dates) {
    this.dates = dates;
  }

  /**
   * Parses a document.
   *
   * @param source its name in the folder
   * @param text the whole file
   * @param warnings receives every field that is not understood
   * @throws SourceException when the front matter is invalid or the document exceeds a limit
   */
  public SourceDocument read(String source, String text, Warnings warnings) throws SourceException {
    FrontMatter head = FrontMatterReader.read(text);
    Fields fields = new Fields(head.fields());
    BodyScan scan = BodyScanner.scan(text, head.bodyStart());
    SourceName name = SourceName.of(source);
    Optional<String> givenTitle = fields.text("title");
    String title = givenTitle.or(() -> headingText(scan)).orElseGet(name::stem);
    checkTitle(title);
    PostMetadata metadata =
        new PostMetadata(
            title,
            fields.text("summary", "description", "excerpt", "subtitle").orElse(""),
            TagReader.read(fields, warnings),
            fields.text("theme").orElse(""),
            language(fields, name, warnings),
            translationKey(fields, warnings));
    Body body = new Body(text, scan, titleLine(scan, givenTitle));
    return new SourceDocument(
        source,
        metadata,
        names(fields, name, title, warnings),
        dates(fields, name, warnings),
        cover(fields),
        body,
        reasonToSkip(fields, body));
  }

  private static Optional<String> headingText(BodyScan scan) {
    return scan.heading().map(heading -> PlainText.of(heading.text())).filter(s -> !s.isBlank());
  }

  private static void checkTitle(String title) throws SourceException {
    int length = title.codePointCount(0, title.length());
    if (length > MAX_TITLE) {
      throw new SourceException(
          "the title has " + length + " characters; at most " + MAX_TITLE + " are allowed");
    }
  }

  /** Pages show the title above the text, so a heading that repeats it is removed. */
  private static Optional<Heading> titleLine(BodyScan scan, Optional<String> givenTitle) {
    return scan.heading()
        .filter(
            heading ->
                givenTitle.isEmpty()
                    || (heading.first()
                        && PlainText.of(heading.text()).equalsIgnoreCase(givenTitle.get())));
  }

  private static Optional<String> reasonToSkip(Fields fields, Body body) {
    return fields.values().keySet().stream()
        .filter(PLUGIN_DATA::contains)
        .findFirst()
        .map(plugin -> "data of an Obsidian plugin (" + plugin + ")")
        .or(() -> isEmpty(body) ? Optional.of("it contains no text") : Optional.empty());
  }

  private static boolean isEmpty(Body body) {
    int start = body.scan().start();
    int titleStart = body.titleLine().map(Heading::start).orElse(start);
    int titleEnd = body.titleLine().map(Heading::end).orElse(start);
    return body.text().substring(start, titleStart).isBlank()
        && body.text().substring(titleEnd).isBlank();
  }

  private static String language(Fields fields, SourceName name, Warnings warnings) {
    Optional<String> tag = fields.text("lang", "language", "locale").or(name::language);
    if (tag.isEmpty()) {
      return "";
    }
    try {
      return new Locale.Builder()
          .setLanguageTag(tag.get().replace('_', '-'))
          .build()
          .toLanguageTag();
    } catch (IllformedLocaleException e) {
      warnings.add("\"" + tag.get() + "\" is not a language tag such as en, ja or zh-Hant");
      return "";
    }
  }

  private static String translationKey(Fields fields, Warnings warnings) {
    String key = fields.text("translation_key", "translationkey").map(String::strip).orElse("");
    if (key.length() > Limits.TRANSLATION_KEY) {
      warnings.add("the translation key has more than 200 characters and was ignored");
      return "";
    }
    return key;
  }

  private static String cover(Fields fields) {
    return fields.value(COVER_FIELDS).map(DocumentReader::coverPath).orElse("");
  }

  private static String coverPath(Object value) {
    if (value instanceof Map<?, ?> map) {
      for (String name : PATH_FIELDS) {
        if (map.get(name) instanceof String path && !path.isEmpty()) {
          return path;
        }
      }
      return "";
    }
    // YAML reads an unquoted [[image.png]] as a list in a list; Hugo's images is a plain list.
    List<?> list = value instanceof List<?> many ? many : List.of(value);
    return list.isEmpty() ? "" : list.get(0) instanceof String path ? path : coverPath(list.get(0));
  }

  private Dates dates(Fields fields, SourceName name, Warnings warnings) {
    Optional<Instant> modified = date(fields, CHANGED, warnings);
    Optional<Instant> written =
        date(fields, WRITTEN, warnings)
            .or(() -> name.date().flatMap(dates::read))
            .or(() -> modified);
    boolean draft =
        fields.flag("draft").orElse(false)
            || !fields.flag("published").orElse(true)
            || !fields.flag("publish").orElse(true)
            || fields.flag("private").orElse(false)
            || fields.flag("hidden").orElse(false)
            || isHeldBack(fields, "status")
            || isHeldBack(fields, "post_status")
            || isHeldBack(fields, "visibility")
            || name.isInDrafts();
    return new Dates(written, modified, draft);
  }

  /** Words by which writing programs and people mark what is not for readers. */
  private static boolean isHeldBack(Fields fields, String name) {
    return fields
        .text(name)
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(HELD_BACK::contains)
        .isPresent();
  }

  private Optional<Instant> date(Fields fields, String[] names, Warnings warnings) {
    for (String name : names) {
      Optional<String> text = fields.text(name);
      if (text.isEmpty() || fields.flag(name).isPresent()) {
        continue;
      }
      Optional<Instant> date = dates.read(text.get());
      if (date.isPresent()) {
        return date;
      }
      warnings.add(name + ": \"" + text.get() + "\" is not a recognized date");
    }
    return Optional.empty();
  }

  private static Names names(Fields fields, SourceName name, String title, Warnings warnings) {
    List<String> aliases = fields.texts("aliases");
    List<String> addresses = new ArrayList<>();
    fields.text("permalink", "url").filter(DocumentReader::isAddress).ifPresent(addresses::add);
    Optional<String> given = givenSlug(fields, addresses, warnings);
    aliases.stream().filter(DocumentReader::isAddress).forEach(addresses::add);
    return new Names(
        given.orElseGet(() -> madeSlug(name, title)), given.isPresent(), aliases, addresses);
  }

  /** Jekyll's permalinks can also be patterns such as {@code /:year/:title/}. */
  private static boolean isAddress(String path) {
    return path.startsWith("/") && !path.contains(":");
  }

  private static Optional<String> givenSlug(
      Fields fields, List<String> addresses, Warnings warnings) {
    List<String> wishes = new ArrayList<>();
    fields.text("slug").ifPresent(wishes::add);
    addresses.stream().map(DocumentReader::lastPart).forEach(wishes::add);
    for (String wish : wishes) {
      Optional<String> slug = SlugMaker.normalize(wish).map(SlugMaker::forPost);
      if (slug.isEmpty()) {
        warnings.add("the slug \"" + wish + "\" has no letter or digit that a slug can contain");
        continue;
      }
      if (!slug.get().equals(wish)) {
        warnings.add("the slug \"" + wish + "\" was changed to \"" + slug.get() + "\"");
      }
      return slug;
    }
    return Optional.empty();
  }

  private static String lastPart(String address) {
    String path = address.replaceFirst("/(?:index\\.html?)?$", "");
    return SourceName.withoutExtension(path.substring(path.lastIndexOf('/') + 1));
  }

  /** Translations have the same name except for the language, and need their own slugs. */
  private static String madeSlug(SourceName name, String title) {
    String fileName = name.stem().toLowerCase(Locale.ROOT);
    if (!Slug.isValid(fileName) || fileName.equals("index")) {
      return SlugMaker.forPost(SlugMaker.from(title));
    }
    String plain = SlugMaker.forPost(fileName);
    return name.language()
        .map(language -> fileName + "-" + language.toLowerCase(Locale.ROOT))
        .filter(Slug::isValid)
        .orElse(plain);
  }
}
