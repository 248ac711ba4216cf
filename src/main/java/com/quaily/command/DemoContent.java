package com.quaily.command;

import com.quaily.command.demo.DemoCommunity;
import com.quaily.dao.ChannelDao;
import com.quaily.dao.PostDao;
import com.quaily.importer.report.ImportOptions;
import com.quaily.importer.report.ImportReport;
import com.quaily.importer.report.ImportStatus;
import com.quaily.model.Caller;
import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.ChannelInput;
import com.quaily.model.comment.CommentStrategy;
import com.quaily.service.account.UserService.Profile;
import com.quaily.wiring.Modules;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the demo channels, which explain the product. */
final class DemoContent {

  private static final Logger LOG = LoggerFactory.getLogger(DemoContent.class);

  private final Modules modules;

  DemoContent(Modules modules) {
    this.modules = modules;
  }

  /**
   * Loads missing content; later changes by users are kept.
   *
   * @param webApplication contains the demo, with {@code channels.conf} and a folder for each
   *     channel, and the portal
   * @return the writer of the first channel
   */
  User load(Path webApplication) {
    Path directory = directory(webApplication);
    Config content = content(webApplication);
    List<? extends Config> channels = content.getConfigList("channels");
    List<User> authors = channels.stream().map(this::author).toList();
    Config last = channels.get(channels.size() - 1);
    boolean invites = isMissing(last);
    // In parallel, because images and pages use all cores.
    List<CompletableFuture<Void>> made = new ArrayList<>();
    for (int index = 0; index < channels.size(); index++) {
      Config channel = channels.get(index);
      User author = authors.get(index);
      if (isMissing(channel)) {
        Path folder = directory.resolve(channel.getString("slug"));
        made.add(CompletableFuture.runAsync(() -> create(channel, author, folder)));
      }
    }
    made.forEach(CompletableFuture::join);
    if (invites) {
      invite(last, authors);
    }
    if (!made.isEmpty()) {
      modules.page().sitePages().write();
    }
    new DemoPortal(modules.page().sitePublisher(), modules.database().dao(ChannelDao.class))
        .publish(webApplication.resolve("portal"), content);
    return authors.get(0);
  }

  /** The writer of the last channel asks that of the first one to write along. */
  private void invite(Config channel, List<User> authors) {
    Caller owner = new Caller(authors.get(authors.size() - 1).id(), Caller.Kind.SESSION, 0);
    modules
        .channel()
        .cooperatorService()
        .replace(owner, channel.getString("slug"), List.of(authors.get(0).id()));
  }

  /** The addresses of all writers. */
  static List<String> writers(Path webApplication) {
    return content(webApplication).getConfigList("channels").stream()
        .map(channel -> channel.getString("author.email"))
        .toList();
  }

  private static Path directory(Path webApplication) {
    return webApplication.resolve("WEB-INF").resolve("demo");
  }

  private static Config content(Path webApplication) {
    return ConfigFactory.parseFile(directory(webApplication).resolve("channels.conf").toFile());
  }

  private boolean isMissing(Config channel) {
    return modules
        .database()
        .dao(ChannelDao.class)
        .selectBySlug(channel.getString("slug"))
        .isEmpty();
  }

  private User author(Config channel) {
    Config author = channel.getConfig("author");
    Language language = Language.of(channel.getString("lang"));
    User user =
        modules
            .account()
            .userService()
            .create(author.getString("email"), author.getString("name"), language);
    return modules
        .account()
        .userService()
        .updateProfile(user.id(), new Profile(null, author.getString("bio"), null, null, null));
  }

  private void create(Config content, User author, Path folder) {
    Caller caller = new Caller(author.id(), Caller.Kind.SESSION, 0);
    String avatar = upload(author, folder.resolve(content.getString("avatar")));
    Channel channel =
        modules
            .channel()
            .channelService()
            .create(
                author.id(),
                new ChannelInput(
                    content.getString("slug"),
                    content.getString("title"),
                    content.getString("tagline"),
                    content.getString("description"),
                    avatar,
                    "",
                    "",
                    Map.of(
                        "language", content.getString("lang"),
                        "timezone", content.getString("timezone"),
                        "accent", content.getString("accent"),
                        "tweets_enabled", true,
                        "comment_enabled", true,
                        "comment_strategy", CommentStrategy.APPROVAL.ordinal())));
    ImportReport report =
        new ChannelImport(modules, caller, channel)
            .run(
                folder,
                new ImportOptions(
                    channel.slug(), true, false, false, Optional.empty(), ZoneOffset.UTC),
                progress -> {});
    LOG.info("demo channel {}: {}", channel.slug(), report.totals());
    report.entries().stream()
        .filter(entry -> entry.status() == ImportStatus.FAILED)
        .forEach(entry -> LOG.error("demo post {}: {}", entry.source(), entry.reason()));
    pin(content, caller, channel);
    new DemoCommunity(modules).create(folder.resolve("readers.conf"), caller, channel);
  }

  private void pin(Config content, Caller caller, Channel channel) {
    if (!content.hasPath("pinned")) {
      return;
    }
    PostDao postDao = modules.database().dao(PostDao.class);
    modules
        .post()
        .pinnedPosts()
        .replace(
            caller,
            channel.slug(),
            content.getStringList("pinned").stream()
                .map(slug -> postDao.selectBySlug(channel.id(), slug).orElseThrow().id())
                .toList());
  }

  private String upload(User author, Path image) {
    try {
      return "/"
          + modules
              .media()
              .attachmentService()
              .upload(author.id(), Files.readAllBytes(image), image.getFileName().toString())
              .pathname();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + image, e);
    }
  }
}
