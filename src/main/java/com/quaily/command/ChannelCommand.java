package com.quaily.command;

import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.ChannelInput;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands for channels. */
@Command(
    name = "channel",
    description = "Creates channels.",
    mixinStandardHelpOptions = true,
    subcommands = ChannelCommand.Create.class)
public final class ChannelCommand {

  /** Creates a channel. */
  @Command(
      name = "create",
      description = "Creates a channel for a user.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "SLUG", description = "Slug of the channel.")
    private String slug;

    @Option(
        names = "--owner",
        paramLabel = "EMAIL",
        required = true,
        description = "Email address of the owner.")
    private String owner;

    @Option(names = "--title", required = true, description = "Title of the channel.")
    private String title;

    @Option(names = "--language", description = "en, ja or zh (default: en).")
    private String language = "en";

    @Override
    public Integer call() throws Exception {
      try (CommandContext context = new CommandContext(config.load())) {
        User user = context.modules().account().userService().getByEmail(owner);
        Channel channel =
            context
                .modules()
                .channel()
                .channelService()
                .create(
                    user.id(),
                    new ChannelInput(
                        slug, title, "", "", "", "", "", Map.of("language", language)));
        context.modules().page().channelRenderer().render(channel.id(), pages -> {});
        System.out.println("channel " + channel.id() + " " + channel.slug());
        return 0;
      }
    }
  }
}
