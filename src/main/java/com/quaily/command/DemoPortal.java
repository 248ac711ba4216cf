package com.quaily.command;

import com.quaily.dao.ChannelDao;
import com.quaily.model.channel.Channel;
import com.quaily.page.publishing.site.SitePublisher;
import com.typesafe.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built-in portal with links to the demo channels. */
final class DemoPortal {

  /** The placeholder for the channels in the portal's pages; otherwise just a comment. */
  private static final String PLACE = "<!-- channels -->";

  private final SitePublisher sitePublisher;
  private final ChannelDao channelDao;

  DemoPortal(SitePublisher sitePublisher, ChannelDao channelDao) {
    this.sitePublisher = sitePublisher;
    this.channelDao = channelDao;
  }

  /**
   * Publishes the portal.
   *
   * @param portal the directory of the built-in portal
   * @param content the demo's {@code channels.conf}
   */
  void publish(Path portal, Config content) {
    try {
      Path copy = Files.createTempDirectory("quaily-portal");
      try {
        copy(portal, copy);
        for (Config page : content.getConfigList("portal")) {
          Path file = copy.resolve(page.getString("page"));
          String section = section(page, content.getConfigList("channels"));
          Files.writeString(file, Files.readString(file).replace(PLACE, section));
        }
        // Not published as the operator's own site, so that an upgrade replaces it.
        sitePublisher.publishBuiltIn("portal", copy);
      } finally {
        delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the demo's portal", e);
    }
  }

  private String section(Config page, List<? extends Config> channels) {
    String doors =
        channels.stream()
            .flatMap(channel -> channelDao.selectBySlug(channel.getString("slug")).stream())
            .map(DemoPortal::door)
            .collect(Collectors.joining("\n"));
    return "<section class=\"band\" aria-labelledby=\"channels\">\n<div class=\"wrap\">\n"
        + ("<h2 id=\"channels\">" + escape(page.getString("title")) + "</h2>\n")
        + ("<p>" + escape(page.getString("text")) + "</p>\n")
        + ("<ul class=\"channels\">\n" + doors + "\n</ul>\n</div>\n</section>");
  }

  private static String door(Channel channel) {
    return "<li lang=\"%1$s\"><a href=\"/%2$s\" hreflang=\"%1$s\"><img src=\"%3$s\" alt=\"\""
            .formatted(channel.language().tag(), channel.slug(), escape(channel.avatarImageUrl()))
        + " width=\"56\" height=\"56\"><b>%s</b> <span>%s</span></a></li>"
            .formatted(escape(channel.title()), escape(channel.tagline()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : walk(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    List<Path> files = walk(directory);
    files.sort(Comparator.reverseOrder());
    for (Path file : files) {
      Files.delete(file);
    }
  }

  private static List<Path> walk(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.collect(Collectors.toList());
    }
  }
}
