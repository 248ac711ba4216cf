package com.quaily.command;

import com.quaily.model.abuse.AbuseReport;
import com.quaily.wiring.Modules;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands for reports of abuse. */
@Command(
    name = "report",
    description = "Lists and closes reports of abuse.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ReportCommand.ListOpen.class,
      ReportCommand.Show.class,
      ReportCommand.Close.class
    })
public final class ReportCommand {

  /** Lists the queue. */
  @Command(
      name = "list",
      description = "Lists the open reports, oldest first: id, time, reason, channel.",
      mixinStandardHelpOptions = true)
  static final class ListOpen implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Option(
        names = "--limit",
        defaultValue = "100",
        description = "Maximum number of reports (default: 100).")
    private int limit;

    @Override
    public Integer call() throws Exception {
      try (CommandContext context = new CommandContext(config.load())) {
        List<AbuseReport> reports = context.modules().abuse().abuseReports().open(limit);
        reports.forEach(
            report ->
                System.out.printf(
                    "%d  %s  %s  %s%n",
                    report.id(),
                    report.createdAt(),
                    report.reason().wireName(),
                    subject(context.modules(), report)));
        return 0;
      }
    }
  }

  /** Shows a report. */
  @Command(name = "show", description = "Shows a report whole.", mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "ID", description = "Id of the report.")
    private long id;

    @Override
    public Integer call() throws Exception {
      try (CommandContext context = new CommandContext(config.load())) {
        AbuseReport report = context.modules().abuse().abuseReports().get(id);
        System.out.println("subject  " + subject(context.modules(), report));
        System.out.println("reason   " + report.reason().wireName());
        System.out.println("time     " + report.createdAt());
        System.out.println("from     " + (report.email().isEmpty() ? "-" : report.email()));
        System.out.println("closed   " + (report.closedAt() == null ? "-" : report.closedAt()));
        System.out.println("note     " + (report.note().isEmpty() ? "-" : report.note()));
        System.out.println();
        System.out.println(report.text());
        return 0;
      }
    }
  }

  /** Closes a report. */
  @Command(
      name = "close",
      description = "Takes a report from the queue.",
      mixinStandardHelpOptions = true)
  static final class Close implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "ID", description = "Id of the report.")
    private long id;

    @Option(names = "--note", defaultValue = "", description = "What was done about it.")
    private String note;

    @Override
    public Integer call() throws Exception {
      try (CommandContext context = new CommandContext(config.load())) {
        context.modules().abuse().abuseReports().close(id, note);
        System.out.println("closed " + id);
        return 0;
      }
    }
  }

  /** The address of what is reported. */
  private static String subject(Modules modules, AbuseReport report) {
    return modules.abuse().abuseReports().address(report);
  }
}
