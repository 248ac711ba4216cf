package com.quaily.command;

import com.quaily.config.Settings;
import com.quaily.model.account.User;
import com.quaily.wiring.process.Role;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs everything in one process with demo content. */
@Command(
    name = "demo",
    description =
        "Runs everything in one process with demo content. Emails are displayed, not sent.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  /** Where a login link leads to; its token follows. */
  static final String LOGIN_PATH = "/dashboard/login?link=";

  @Mixin private ConfigOptions config;

  @Option(names = "--port", description = "Port to listen on (default: 8080).")
  private int port = 8080;

  private void prepare(Settings settings) {
    DemoFiles.reserve(settings.data());
    DemoFiles.write(settings.data(), port, settings.site().baseUrl());
  }

  @Override
  public Integer call() throws InterruptedException {
    Map<String, Object> overrides = new HashMap<>();
    String site = "http://127.0.0.1:" + port;
    overrides.put("server.port", port);
    overrides.put("site.base-url", site);
    // A demo never sends email, whatever the configuration says.
    overrides.put("mail.smtp-url", "");
    Path webApplication = Path.of(System.getProperty("quaily.webapp", "src/main/webapp"));
    if (config.load().operators().isEmpty()) {
      overrides.put("site.operators", DemoContent.writers(webApplication));
    }
    Settings settings = config.load(overrides);
    RunningServer server =
        new RunningServer(
            settings, Role.all(), true, "choose another with --port", () -> prepare(settings));
    DemoContent content = new DemoContent(server.instance().modules().orElseThrow());
    User writer = content.load(webApplication);
    String token =
        server
            .instance()
            .modules()
            .orElseThrow()
            .account()
            .authService()
            .startSession(writer, "demo")
            .token();
    String link = server.instance().modules().orElseThrow().account().loginLinks().create(writer);
    System.out.println(
        "READY "
            + site
            + "/ dashboard="
            + site
            + LOGIN_PATH
            + link
            + " login="
            + writer.email()
            + " token="
            + token
            + " mailbox="
            + site
            + "/dev/mail");
    server.join();
    return 0;
  }
}
