package com.quaily.service.post;

import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.SplitContent;
import com.quaily.service.validation.FieldValidator;
import com.quaily.service.validation.OptionsValidator;
import com.quaily.service.validation.SlugMaker;
import com.quaily.service.validation.SlugRules;
import com.quaily.service.validation.TagRules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a post from a request: validates it and fills in defaults. */
public final class PostAssembler {

  private static final int EXCERPT = 240;

  private final Markdown markdown;

  public PostAssembler(Markdown markdown) {
    this.markdown = markdown;
  }

  /** The requested slug, else one generated from the title. */
  String slugOf(PostInput input) {
    if (input.slug() != null && !input.slug().isBlank()) {
      return SlugRules.requirePostSlug(input.slug().strip());
    }
    String title = FieldValidator.line("title", input.title(), Limits.TITLE);
    return SlugMaker.forPost(SlugMaker.from(title.isEmpty() ? "untitled" : title));
  }

  /** A new draft. */
  Draft create(Channel channel, long userId, String slug, PostInput input, Instant now) {
    Post empty =
        new Post(
            0,
            channel.id(),
            userId,
            slug,
            "",
            "",
            "",
            "",
            "",
            List.of(),
            "",
            "",
            Map.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            0,
            0,
            0,
            now,
            now);
    return merge(empty, slug, input, now);
  }

  /** The post with the given values; others do not change. */
  Draft merge(Post post, String slug, PostInput input, Instant now) {
    String title =
        input.title() == null
            ? post.title()
            : FieldValidator.line("title", input.title(), Limits.TITLE);
    String summary =
        input.summary() == null
            ? post.summary()
            : FieldValidator.text("summary", input.summary(), Limits.SUMMARY).strip();
    SplitContent content =
        input.content() == null
            ? new SplitContent(post.content(), post.paidContent())
            : split(input.content());
    String cover =
        input.coverImageUrl() == null
            ? post.coverImageUrl()
            : FieldValidator.url("cover_image_url", input.coverImageUrl(), Limits.URL);
    Post merged =
        new Post(
            post.id(),
            post.channelId(),
            post.userId(),
            slug,
            title,
            summary,
            content.free(),
            content.paid(),
            cover,
            input.tags() == null ? post.tags() : TagRules.requireTags(input.tags()),
            input.theme() == null
                ? post.theme()
                : FieldValidator.line("theme", input.theme(), Limits.TAG),
            input.lang() == null ? post.lang() : checkLanguage(input.lang()),
            input.options() == null ? post.options() : merged(post.options(), input.options()),
            input.displayUsers() == null ? post.displayUsers() : input.displayUsers(),
            post.publishedAt(),
            post.firstPublishedAt(),
            post.scheduledAt(),
            post.trashedAt(),
            post.isPublished() ? now : post.modifiedAt(),
            post.listPage(),
            post.pinned(),
            markdown.readingSeconds(content.free()),
            post.createdAt(),
            now);
    return new Draft(merged, markdown.plainText(content.free(), EXCERPT));
  }

  private static SplitContent split(String content) {
    return Markdown.splitPaywall(FieldValidator.text("content", content, Limits.CONTENT));
  }

  private static Map<String, Object> merged(
      Map<String, Object> before, Map<String, Object> options) {
    OptionsValidator.requireOfPost("post_options", options);
    Map<String, Object> merged = new LinkedHashMap<>(before);
    merged.putAll(options);
    return merged;
  }

  private static String checkLanguage(String lang) {
    String line = FieldValidator.line("lang", lang, 35);
    if (!line.isEmpty() && !line.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "lang", "must be a language tag such as en or ja");
    }
    return line;
  }

  /**
   * A validated post that is not yet saved.
   *
   * @param excerpt the beginning of its text, for lists
   */
  record Draft(Post post, String excerpt) {}
}
