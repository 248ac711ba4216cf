package com.quaily.command;

import com.quaily.model.Language;
import com.quaily.model.account.User;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People, from the operator's side. */
@Command(
    name = "user",
    description = "Creates users and gives them ways in.",
    mixinStandardHelpOptions = true,
    subcommands = {UserCommand.Create.class, UserCommand.ApiKey.class, UserCommand.LoginLink.class})
public final class UserCommand {

  /** Creates a user. */
  @Command(
      name = "create",
      description = "Creates the user of an address; does nothing when there is one.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "EMAIL")
    private String email;

    @Option(names = "--name", description = "What readers see (default: the address's first part).")
    private String name = "";

    @Option(names = "--language", description = "en, ja or zh (default: en).")
    private String language = "en";

    @Override
    public Integer call() throws Exception {
      try (CommandContext context = new CommandContext(config.load())) {
        User user =
            context.modules().account().userService().create(email, name, Language.of(language));
        System.out.println("user " + user.id() + " " + user.email() + " " + user.name());
        return 0;
      }
    }
  }

  /** Makes an API key. */
  @Command(
      name = "api-key",
      description = "Makes an API key for a user; it is shown once.",
      mixinStandardHelpOptions = true)
  static final class ApiKey implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "EMAIL")
    private String email;

    @Option(names = "--name", description = "What the key is for (default: command line).")
    private String name = "command line";

    @Override
    public Integer call() throws Exception {
      try (CommandContext context = new CommandContext(config.load())) {
        User user = context.modules().account().userService().getByEmail(email);
        System.out.println(
            context.modules().account().apiKeyService().create(user.id(), name).key());
        return 0;
      }
    }
  }

  /** Makes a link that logs somebody in. */
  @Command(
      name = "login-link",
      description = "Prints a link to the dashboard that logs a user in, once and within ten minutes.",
      mixinStandardHelpOptions = true)
  static final class LoginLink implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "EMAIL")
    private String email;

    @Override
    public Integer call() throws Exception {
      var settings = config.load();
      try (CommandContext context = new CommandContext(settings)) {
        User user = context.modules().account().userService().getByEmail(email);
        String token = context.modules().account().loginLinks().create(user);
        System.out.println(settings.site().url(DemoCommand.LOGIN_PATH + token));
        return 0;
      }
    }
  }
}
