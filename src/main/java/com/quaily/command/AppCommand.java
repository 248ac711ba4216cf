package com.quaily.command;

import com.quaily.model.account.User;
import com.quaily.model.oauth.NewOAuthApp;
import com.quaily.service.oauth.OAuthApps.NewApp;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands for OAuth applications. */
@Command(
    name = "app",
    description = "Registers OAuth 2.0 applications.",
    mixinStandardHelpOptions = true,
    subcommands = AppCommand.Create.class)
public final class AppCommand {

  /** Registers an application. */
  @Command(
      name = "create",
      description = "Registers an application and prints its client id and secret once.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "NAME", description = "Name shown on the consent page.")
    private String name;

    @Option(
        names = "--owner",
        required = true,
        paramLabel = "EMAIL",
        description = "Email address of the owner.")
    private String owner;

    @Option(
        names = "--redirect-uri",
        required = true,
        paramLabel = "URI",
        description = "Exact redirect URI.")
    private String redirectUri;

    @Option(names = "--public", description = "Public client: no client secret is issued.")
    private boolean isPublic;

    @Option(
        names = "--trusted",
        description = "Trusted application: may request every scope, including credit.full.")
    private boolean isTrusted;

    @Option(
        names = "--access-validity",
        paramLabel = "DURATION",
        defaultValue = "PT1H",
        description = "Validity of access tokens in ISO 8601, for example PT1H or P30D.")
    private Duration accessValidity;

    @Option(
        names = "--refresh-validity",
        paramLabel = "DURATION",
        defaultValue = "P90D",
        description = "Validity of refresh tokens in ISO 8601, for example P90D.")
    private Duration refreshValidity;

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
                    new NewOAuthApp(
                        user.id(),
                        name,
                        name,
                        redirectUri,
                        "",
                        isTrusted,
                        !isPublic,
                        (int) accessValidity.toSeconds(),
                        (int) refreshValidity.toSeconds()));
        System.out.println("client_id " + created.app().appId());
        if (!isPublic) {
          System.out.println("client_secret " + created.secret());
        }
        return 0;
      }
    }
  }
}
