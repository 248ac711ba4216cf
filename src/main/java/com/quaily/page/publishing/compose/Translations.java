package com.quaily.page.publishing.compose;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.CrossPostDao;
import com.quaily.dao.PostDao;
import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.model.post.TranslatedPost;
import com.quaily.page.html.ArticlePage.Translation;
import com.quaily.page.template.PageLanguage;
import com.quaily.page.typography.SmartPunctuation;
import com.quaily.page.url.PageUrls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds translations: published posts with the same translation key, in this channel or another one
 * of the same owner. Posts of other owners cannot join.
 */
public final class Translations {

  private final ChannelDao channelDao;
  private final PostDao postDao;
  private final CrossPostDao crossPostDao;
  private final PageUrls urls;

  public Translations(
      ChannelDao channelDao, PostDao postDao, CrossPostDao crossPostDao, Site site) {
    this.channelDao = channelDao;
    this.postDao = postDao;
    this.crossPostDao = crossPostDao;
    this.urls = new PageUrls(site);
  }

  /** One post for each other language, in order of creation. */
  List<Linked> of(ChannelContext context, Post post) {
    List<Linked> found = new ArrayList<>();
    Set<String> languages = new HashSet<>();
    languages.add(language(context.channel(), post.lang()));
    for (TranslatedPost other : select(context.channel(), post)) {
      Optional<Channel> channel = channelDao.selectById(other.channelId());
      // Two posts in one language are not translations of each other.
      if (channel.isPresent() && languages.add(language(channel.get(), other.lang()))) {
        found.add(linked(channel.get(), other));
      }
    }
    return found;
  }

  /** The posts whose pages link to this one, or will. */
  public List<TranslatedPost> select(Channel channel, Post post) {
    return post.translationKey()
        .map(key -> postDao.selectTranslations(channel.userId(), key, post.id()))
        .orElse(List.of());
  }

  /**
   * The original of a translation that was accepted before the original's last change, if readers
   * shall know. It is one of the linked posts, so its changes reach this page.
   */
  Optional<Translation> changedOriginal(ChannelContext context, Post post) {
    return context.channel().showsDrift(post)
        ? crossPostDao
            .selectChangedOriginal(post.id())
            .flatMap(
                original ->
                    channelDao
                        .selectById(original.channelId())
                        .map(channel -> linked(channel, original).translation()))
        : Optional.empty();
  }

  private Linked linked(Channel channel, TranslatedPost post) {
    String url = urls.article(channel, post.slug());
    String lang = PageLanguage.ofPost(channel, post.lang());
    String title = SmartPunctuation.of(post.title(), lang);
    return new Linked(post.id(), channel.id(), new Translation(lang, url, title));
  }

  private static String language(Channel channel, String lang) {
    return PageLanguage.ofPost(channel, lang).toLowerCase(Locale.ROOT);
  }

  /** A translation and its post. */
  record Linked(long postId, long channelId, Translation translation) {

    /** The translation as shown on the context's page. */
    List<Long> sources(ChannelContext context) {
      return channelId == context.channel().id()
          ? List.of(postId)
          : List.of(postId, ComposedPage.channelSource(channelId));
    }
  }
}
