package com.quaily.model.channel;

import com.quaily.model.Language;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A newsletter or blog; the wire calls it a list.
 *
 * @param userId the owner
 * @param cooperatorIds users who may write here besides the owner
 * @param options language, theme, accent, comment_enabled, view_count_hidden, bulletin …
 * @param textTemplates email_onboarding, email_signature …
 * @param customDomainEnabled whether the channel is served at its domain: requested and verified
 * @param domain custom host in lower case; empty when none
 * @param canonicalBase base URL of canonical links instead of the site's; empty when none
 * @param domainWanted whether the owner requested the custom domain
 * @param domainCheckExpiredAt until when an unverified domain is reserved for this channel; null
 *     when there is none
 * @param domainCheckCount number of checks since the domain was set
 * @param emailChannelEnabled whether posts are delivered by email
 * @param emailDenyList addresses and domains that cannot subscribe, in lower case
 * @param push public settings of the services that posts are pushed to, by wire name
 * @param publishedPosts count at the time of reading; so is subscribers
 * @param version changes with every change of the channel and every save of its posts; 0 before it
 *     is stored
 */
public record Channel(
    long id,
    String slug,
    String title,
    String tagline,
    String description,
    String avatarImageUrl,
    String faviconImageUrl,
    long userId,
    List<Long> cooperatorIds,
    Map<String, Object> options,
    Map<String, Object> textTemplates,
    String widgetCustomStyles,
    boolean customDomainEnabled,
    String domain,
    String canonicalBase,
    boolean domainWanted,
    DomainStatus domainStatus,
    Instant domainCheckExpiredAt,
    int domainCheckCount,
    boolean emailChannelEnabled,
    List<String> emailDenyList,
    Map<String, Object> push,
    long publishedPosts,
    long subscribers,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** The language of the channel's pages; English by default. */
  public Language language() {
    return Language.among(options);
  }

  /** The accent color as {@code #rrggbb}. */
  public Optional<String> accent() {
    return options.get("accent") instanceof String color ? Optional.of(color) : Optional.empty();
  }

  /** Whether feeds contain posts in full; otherwise their summaries. */
  public boolean feedsWholePosts() {
    return !Boolean.FALSE.equals(options.get("feed_full_content_enabled"));
  }

  /** Whether the free parts of posts can be read as Markdown, too. */
  public boolean offersMarkdown() {
    return Boolean.TRUE.equals(options.get("post_markdown_enabled"));
  }

  /** A text for the channel's pages, in Markdown; empty when there is none. */
  public String text(TextTemplate template) {
    return textTemplates.get(template.wireName()) instanceof String text ? text : "";
  }

  /** Whether readers can comment on the channel's posts. */
  public boolean takesComments() {
    return Boolean.TRUE.equals(options.get("comment_enabled"));
  }

  /** Whether readers can comment on a post of the channel; the post's own option goes first. */
  public boolean takesComments(Post post) {
    return post.option(PostOption.COMMENTS_ENABLED).orElseGet(this::takesComments);
  }

  /** Whether readers learn that the original of a translation has changed since. */
  public boolean showsDrift(Post post) {
    return post.option(PostOption.TRANSLATION_DRIFT_SHOWN)
        .orElseGet(
            () -> Boolean.TRUE.equals(options.get(PostOption.TRANSLATION_DRIFT_SHOWN.wireName())));
  }

  /** Whether the channel has a bower: short notes beside its posts. */
  public boolean hasTweets() {
    return Boolean.TRUE.equals(options.get("tweets_enabled"));
  }

  /** A public setting of a push service; empty when not set. */
  public String pushUrl(String name) {
    return push.get(name) instanceof String url ? url : "";
  }

  /** True for the owner and the cooperators. */
  public boolean isWrittenBy(long user) {
    return userId == user || cooperatorIds.contains(user);
  }
}
