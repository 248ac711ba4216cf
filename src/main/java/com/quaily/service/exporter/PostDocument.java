package com.quaily.service.exporter;

import com.quaily.model.post.Paywall;
import com.quaily.model.post.Post;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A post as a Markdown file with front matter, in the format that imports read. */
final class PostDocument {

  private PostDocument() {}

  static String of(Post post) {
    String body = Paywall.join(post.content(), post.paidContent());
    return "---\n" + yaml(fields(post)) + "---\n\n" + body + "\n";
  }

  private static Map<String, Object> fields(Post post) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", post.title());
    fields.put("slug", post.slug());
    put(fields, "date", post.publishedAt());
    put(fields, "first_published_at", post.firstPublishedAt());
    put(fields, "updated", post.modifiedAt());
    if (!post.isPublished()) {
      fields.put("draft", true);
    }
    put(fields, "summary", post.summary());
    put(fields, "cover_image_url", post.coverImageUrl());
    if (!post.tags().isEmpty()) {
      fields.put("tags", post.tags());
    }
    put(fields, "theme", post.theme());
    put(fields, "lang", post.lang());
    post.translationKey().ifPresent(key -> fields.put("translation_key", key));
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      fields.put(name, value.toString());
    }
  }

  private static String yaml(Map<String, Object> fields) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setSplitLines(false);
    return new Yaml(options).dump(fields);
  }
}
