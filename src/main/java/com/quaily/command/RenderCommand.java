package com.quaily.command;

import com.quaily.dao.ChannelDao;
import com.quaily.model.channel.Channel;
import com.quaily.page.publishing.ChannelRenderer;
import com.quaily.wiring.Modules;
import com.quaily.wiring.PageModule;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders pages again. */
@Command(
    name = "render",
    description = {
      "Renders all pages of the given channels, or of all channels.",
      "Unchanged pages are not rewritten; the command can be interrupted and repeated."
    },
    mixinStandardHelpOptions = true)
public final class RenderCommand implements Callable<Integer> {

  @Mixin private ConfigOptions config;

  @Parameters(paramLabel = "CHANNEL", arity = "0..*", description = "Slugs (default: all).")
  private List<String> slugs = List.of();

  @Option(names = "--renumber", description = "Redistribute posts evenly over the list pages.")
  private boolean renumber;

  @Option(
      names = "--adopt",
      description = "Makes this configuration's address and name those of the site first.")
  private boolean adopt;

  @Override
  public Integer call() throws Exception {
    try (CommandContext context = new CommandContext(config.load(), adopt)) {
      if (adopt) {
        context.modules().publishSites(RunningServer.webApplication());
      }
      for (Channel channel : channels(context.modules())) {
        render(context.modules().page(), channel);
      }
      context.modules().page().sitePages().write();
      return 0;
    }
  }

  private List<Channel> channels(Modules modules) {
    if (!slugs.isEmpty()) {
      return slugs.stream().map(modules.channel().channelService()::get).toList();
    }
    return modules.database().dao(ChannelDao.class).selectAll();
  }

  private void render(PageModule wiring, Channel channel) {
    if (renumber) {
      wiring.listNumbering().renumber(channel.id());
    }
    ChannelRenderer renderer = wiring.channelRenderer();
    ProgressLine line = new ProgressLine(channel.slug(), renderer.count(channel.id()));
    AtomicLong done = new AtomicLong();
    renderer.render(channel.id(), pages -> line.show(done.addAndGet(pages)));
    line.end();
  }
}
