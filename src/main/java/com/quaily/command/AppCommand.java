package com.quaily.command;

import com.quaily.model.account.User;
import com.quaily.service.oauth.OAuthApps.NewApp;
import com.quaily.service.oauth.OAuthApps.Registration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Applications, from the operator's side. */
@Command(
    name = "app",
    description = "Registers applications that act for people by OAuth 2.0.",
    mixinStandardHelpOptions = true,
    subcommands = AppCommand.Create.class)
public final class AppCommand {

  /** Registers an application. */
  @Command(
      name = "create",
      description = "Registers an application; prints its client id and secret, once.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "NAME", description = "What people read when they are asked.")
    private String name;

    @Option(names = "--owner", required = true, paramLabel = "EMAIL", description = "Its owner.")
    private String owner;

    @Option(
        names = "--redirect-uri",
        required = true,
        paramLabel = "URI",
        description = "Where codes are sent, to the letter.")
    private String redirectUri;

    @Option(names = "--public", description = "It cannot keep a secret, and gets none.")
    private boolean isPublic;

    @Option(names = "--trusted", description = "It may be allowed everything (credit.full).")
    private boolean isTrusted;

    @Override
    public Integer call() throws Exception {
      try (CommandContext context = new CommandContext(config.load())) {
        User user = context.modules().account().userService().getByEmail(owner);
        NewApp created =
            context
                .modules()
                .oauth()
                .apps()
                .register(
                    new Registration(user.id(), name, name, redirectUri, isTrusted, !isPublic));
        System.out.println("client_id " + created.app().appId());
        if (!isPublic) {
          System.out.println("client_secret " + created.secret());
        }
        return 0;
      }
    }
  }
}
