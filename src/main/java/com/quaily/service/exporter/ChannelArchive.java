package com.quaily.service.exporter;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.ChannelExportDao;
import com.quaily.dao.PostDao;
import com.quaily.model.JsonText;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.PageKeys;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostRedirect;
import com.quaily.storage.ObjectInfo;
import com.quaily.storage.ObjectStorage;
import com.quaily.storage.StoredObject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a whole channel to a ZIP file, in small batches:
 *
 * <pre>
 * posts/hello.md        every post with its front matter, drafts too
 * media/3f9c….webp      the images that posts and channel use
 * subscribers.csv       subscribers, with the time of their confirmation
 * consents.csv          how, when and on which page each of them subscribed
 * suppressions.csv      addresses that only their owners can subscribe again
 * comments.json         comments in order
 * redirects.json        former slugs of posts and of the channel
 * settings.json         settings, without secrets
 * site/index.html …     the rendered pages
 * </pre>
 */
public final class ChannelArchive {

  /** Posts in memory at once; each has up to a million characters. */
  private static final int AT_ONCE = 20;

  private static final Pattern MEDIA = Pattern.compile("media/[0-9a-f]{16,64}(?:-[0-9]+w)?\\.webp");

  private final ChannelExportDao exportDao;
  private final ChannelDao channelDao;
  private final PostDao postDao;
  private final ReaderFiles readerFiles;
  private final ObjectStorage storage;

  public ChannelArchive(
      ChannelExportDao exportDao, ChannelDao channelDao, PostDao postDao, ObjectStorage storage) {
    this.exportDao = exportDao;
    this.channelDao = channelDao;
    this.postDao = postDao;
    this.readerFiles = new ReaderFiles(exportDao);
    this.storage = storage;
  }

  /** Writes and closes. */
  void write(Channel channel, OutputStream out) throws IOException {
    try (Zip zip = new Zip(out)) {
      Set<String> media = new TreeSet<>();
      addMedia(channel.avatarImageUrl() + " " + channel.faviconImageUrl(), media);
      writePosts(channel, zip, media);
      for (String key : media) {
        writeObject(key, key, zip);
      }
      readerFiles.write(channel.id(), zip);
      zip.add("redirects.json", JsonText.writeIndented(redirects(channel)));
      zip.add("settings.json", JsonText.writeIndented(settings(channel)));
      writeSite(channel, zip);
    }
  }

  private static void addMedia(String text, Set<String> media) {
    Matcher matcher = MEDIA.matcher(text);
    while (matcher.find()) {
      media.add(matcher.group());
    }
  }

  private void writePosts(Channel channel, Zip zip, Set<String> media) throws IOException {
    List<Post> posts = exportDao.selectPostsAfter(channel.id(), "", AT_ONCE);
    while (!posts.isEmpty()) {
      for (Post post : posts) {
        addMedia(post.coverImageUrl(), media);
        addMedia(post.content(), media);
        addMedia(post.paidContent(), media);
        zip.add("posts/" + post.slug() + ".md", PostDocument.of(post));
      }
      String last = posts.get(posts.size() - 1).slug();
      posts = exportDao.selectPostsAfter(channel.id(), last, AT_ONCE);
    }
  }

  private Map<String, Object> redirects(Channel channel) {
    Map<String, String> posts = new TreeMap<>();
    for (PostRedirect redirect : postDao.selectRedirects(channel.id())) {
      posts.put(redirect.oldSlug(), redirect.slug());
    }
    Map<String, Object> redirects = new LinkedHashMap<>();
    redirects.put("channel", channelDao.selectOldSlugs(channel.id()));
    redirects.put("posts", posts);
    return redirects;
  }

  private Map<String, Object> settings(Channel channel) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("slug", channel.slug());
    settings.put("title", channel.title());
    settings.put("tagline", channel.tagline());
    settings.put("description", channel.description());
    settings.put("avatar_image_url", channel.avatarImageUrl());
    settings.put("favicon_image_url", channel.faviconImageUrl());
    settings.put("list_options", channel.options());
    settings.put("text_templates", channel.textTemplates());
    settings.put("widget_custom_styles", channel.widgetCustomStyles());
    settings.put("domain", channel.domain());
    settings.put("canonical_base", channel.canonicalBase());
    settings.put("email_channel_enabled", channel.emailChannelEnabled());
    settings.put("email_deny_list", channel.emailDenyList());
    settings.put("channel", channel.push());
    settings.put("created_at", channel.createdAt().toString());
    return settings;
  }

  private void writeSite(Channel channel, Zip zip) throws IOException {
    String folder = PageKeys.channel(channel.slug());
    try (Stream<ObjectInfo> pages = storage.list(folder)) {
      Iterator<ObjectInfo> next = pages.iterator();
      while (next.hasNext()) {
        String key = next.next().key();
        writeObject(key, "site/" + key.substring(folder.length()), zip);
      }
    }
  }

  /** Files removed in the meantime are skipped. */
  private void writeObject(String key, String name, Zip zip) throws IOException {
    Optional<StoredObject> stored = storage.get(key);
    if (stored.isPresent()) {
      zip.add(name, stored.get().content());
    }
  }
}
