package com.quaily.command;

import com.quaily.model.Language;
import com.quaily.model.account.User;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands for users. */
@Command(
    name = "user",
    description = "Creates users, API keys and login links.",
    mixinStandardHelpOptions = true,
    subcommands = {UserCommand.Create.class, UserCommand.ApiKey.class, UserCommand.LoginLink.class})
public final class UserCommand {

  /** Creates a user. */
  @Command(
      name = "create",
      description = "Creates a user with this email address, unless one exists.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "EMAIL", description = "Email address of the user.")
    private String email;

    @Option(names = "--name", description = "Public name (default: the part before the @).")
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

  /** Creates an API key. */
  @Command(
      name = "api-key",
      description = "Creates an API key for a user and prints it once.",
      mixinStandardHelpOptions = true)
  static final class ApiKey implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "EMAIL", description = "Email address of the user.")
    private String email;

    @Option(names = "--name", description = "Name of the key (default: command line).")
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

  /** Creates a login link. */
  @Command(
      name = "login-link",
      description = "Creates a login link that works once and expires after ten minutes.",
      mixinStandardHelpOptions = true)
  static final class LoginLink implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "EMAIL", description = "Email address of the user.")
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
