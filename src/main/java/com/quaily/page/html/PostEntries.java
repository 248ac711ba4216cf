package com.quaily.page.html;

import com.quaily.model.channel.Channel;
import com.quaily.model.post.PostSummary;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.template.Messages;
import com.quaily.page.template.PageLanguage;
import com.quaily.page.url.PageUrls;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the values of posts in lists, for the macro {@code entry}. */
final class PostEntries {

  private final PageUrls urls;
  private final MediaLookup media;

  PostEntries(PageUrls urls, MediaLookup media) {
    this.urls = urls;
    this.media = media;
  }

  List<Map<String, Object>> of(Channel channel, List<PostSummary> posts) {
    Messages messages = Messages.of(channel.language());
    ZoneId zone = PageLanguage.zone(channel);
    List<Map<String, Object>> entries = new ArrayList<>(posts.size());
    for (PostSummary post : posts) {
      Map<String, Object> entry = new HashMap<>();
      entry.put("href", urls.link(channel, urls.article(channel, post.slug())));
      entry.put("title", post.title());
      entry.put("summary", post.summary());
      String cover = urls.picture(channel, post.coverImageUrl());
      Picture.of(post.coverImageUrl(), cover, media).put(entry);
      entry.put("iso", PageDates.iso(post.publishedAt()));
      entry.put("date", messages.date(post.publishedAt(), zone));
      entry.put("readingTime", ArticleView.readingTime(messages, post.readingSeconds()));
      entry.put("paid", post.paid());
      String chrome = channel.language().tag();
      String lang = PageLanguage.ofPost(channel, post.lang());
      entry.put("attributes", PageFrame.languageAttributes(lang, chrome));
      entry.put("chrome", PageFrame.languageAttributes(chrome, lang));
      entries.add(entry);
    }
    return entries;
  }
}
