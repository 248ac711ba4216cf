package com.quaily.command.demo;

import com.quaily.dao.PostDao;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.service.delivery.DeliveryService;
import com.quaily.service.post.PackService;
import com.quaily.wiring.Modules;
import com.quaily.wiring.PastServices;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/** Gives a new demo channel readers, and what happens around a channel that has some. */
public final class DemoCommunity {

  private final Modules modules;

  public DemoCommunity(Modules modules) {
    this.modules = modules;
  }

  /**
   * Creates all that the file names. Call it once for a channel, after its posts exist.
   *
   * @param file {@code readers.conf} of the channel; may be absent
   * @param writer the owner of the channel
   */
  public void create(Path file, Caller writer, Channel channel) {
    if (!Files.exists(file)) {
      return;
    }
    Config content = ConfigFactory.parseFile(file.toFile());
    PastClock clock = new PastClock(modules.clock().instant());
    PastServices past = modules.past(clock);
    PostDao postDao = modules.database().dao(PostDao.class);
    ToLongFunction<String> postId =
        slug -> postDao.selectBySlug(channel.id(), slug).orElseThrow().id();
    DemoReaders readers = new DemoReaders(modules, past, clock, writer, channel);
    readers.create(content);
    new DemoComments(past, clock, readers, postId).create(content);
    new DemoNotes(past, clock, readers, channel).create(content);
    packs(content, past, postId, writer, channel);
    new DemoVisits(past.analytics(), clock, postId).create(content.getConfig("visits"));
    send(content, postId, writer, channel);
  }

  private static void packs(
      Config content,
      PastServices past,
      ToLongFunction<String> postId,
      Caller writer,
      Channel channel) {
    for (Config pack : content.getConfigList("packs")) {
      past.packs()
          .create(
              writer,
              channel.slug(),
              new PackService.Draft(
                  pack.getString("title"),
                  pack.getString("description"),
                  "",
                  pack.getStringList("posts").stream().map(postId::applyAsLong).toList()));
    }
  }

  /** The workers send in the background; a demo keeps the emails. */
  private void send(Config content, ToLongFunction<String> postId, Caller writer, Channel channel) {
    for (String slug : content.getStringList("sent")) {
      modules
          .delivery()
          .deliveryService()
          .deliver(
              writer,
              channel,
              String.valueOf(postId.applyAsLong(slug)),
              new DeliveryService.Request(List.of(), null, false));
    }
  }
}
