package com.quaily.command;

import com.quaily.model.Notice;
import com.quaily.model.error.UnavailableException;
import com.quaily.notice.DirectNotices;
import com.quaily.wiring.NoticeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Notices for the operator. */
@Command(
    name = "notice",
    description = "Sends notices to the operator.",
    mixinStandardHelpOptions = true,
    subcommands = {NoticeCommand.Send.class, NoticeCommand.Test.class})
public final class NoticeCommand {

  /** Sends one. */
  @Command(
      name = "send",
      description = {
        "Sends a notice; its text comes from standard input.",
        "Keeps it in the database until it was accepted. Without a database it is sent at once.",
        "Exit code: 0 if it was kept or accepted, 1 otherwise."
      },
      mixinStandardHelpOptions = true)
  static final class Send implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Option(names = "--level", description = "info or alert (default: info).")
    private Notice.Level level = Notice.Level.INFO;

    @Option(names = "--subject", required = true, description = "One line.")
    private String subject;

    @Override
    public Integer call() throws IOException {
      var settings = config.load();
      String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      Notice notice = new Notice(level, "command:" + subject, subject, text);
      if (!settings.notices().isConfigured()) {
        System.err.println("quaily: no transport for notices is configured");
        return 1;
      }
      try (CommandContext context = new CommandContext(settings)) {
        NoticeModule notices = context.modules().notice();
        notices.notices().tell(notice);
        notices.sender().run();
        System.out.println("The notice is kept until it was accepted.");
        return 0;
      } catch (UnavailableException e) {
        return report(NoticeModule.direct(settings).send(notice));
      }
    }
  }

  /** Tries the transports. */
  @Command(
      name = "test",
      description = {
        "Sends a test message by each configured transport and prints its answer.",
        "Exit code: 0 if all accepted it, 1 otherwise."
      },
      mixinStandardHelpOptions = true)
  static final class Test implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Option(names = "--level", description = "info or alert (default: info).")
    private Notice.Level level = Notice.Level.INFO;

    @Override
    public Integer call() {
      var settings = config.load();
      DirectNotices notices = NoticeModule.direct(settings);
      String text = "If you can read this, notices of this site reach you.";
      Notice notice = new Notice(level, "test", "Test of " + settings.site().name(), text);
      return report(notices.send(notice));
    }
  }

  private static int report(Map<String, String> answers) {
    if (answers.isEmpty()) {
      System.err.println("quaily: no transport for notices is configured");
      return 1;
    }
    answers.forEach(
        (transport, refusal) ->
            System.out.println(transport + ": " + (refusal.isEmpty() ? "accepted" : refusal)));
    return answers.values().stream().allMatch(String::isEmpty) ? 0 : 1;
  }
}
