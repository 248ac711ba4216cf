package com.quaily.command;

import com.quaily.job.WaitingJobs;
import com.quaily.model.WaitingJob;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Background jobs that wait or failed. */
@Command(
    name = "jobs",
    description = "Lists background jobs, runs them at once, or drops them.",
    mixinStandardHelpOptions = true,
    subcommands = {JobsCommand.Show.class, JobsCommand.Retry.class, JobsCommand.Drop.class})
public final class JobsCommand {

  private static final int MOST = 10_000;

  /** Prints the jobs. */
  @Command(
      name = "list",
      description = {
        "Prints the jobs that are due first, one a line, separated by tabs:",
        "state (waits, runs or failed), name, instance, time of the next run, failures in a row."
      },
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Option(names = "--name", description = "Only jobs of this type.")
    private String name = "";

    @Option(names = "--failed", description = "Only jobs whose last run failed.")
    private boolean failed;

    @Option(names = "--limit", description = "At most so many (default: 50).")
    private int limit = 50;

    @Override
    public Integer call() throws Exception {
      try (CommandContext context = new CommandContext(config.load())) {
        int shown = Math.max(1, Math.min(limit, MOST));
        List<WaitingJob> jobs = context.modules().waitingJobs().list(name, failed ? 1 : 0, shown);
        jobs.forEach(job -> System.out.println(line(job)));
        System.err.println("jobs: " + jobs.size() + (jobs.size() == shown ? " or more" : ""));
        return 0;
      }
    }

    private static String line(WaitingJob job) {
      String state = job.running() ? "runs" : job.failures() > 0 ? "failed" : "waits";
      return String.join(
          "\t",
          state,
          job.name(),
          job.instance(),
          job.due().toString(),
          String.valueOf(job.failures()));
    }
  }

  /** Lets jobs run now. */
  @Command(
      name = "retry",
      description = "Runs a job now, or all that failed, instead of at their next time.",
      mixinStandardHelpOptions = true)
  static final class Retry implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "NAME", index = "0", arity = "0..1", description = "Type of the job.")
    private String name = "";

    @Parameters(
        paramLabel = "INSTANCE",
        index = "1",
        arity = "0..1",
        description = "Which of them, as “jobs list” prints it.")
    private String instance = "";

    @Option(names = "--failed", description = "All that failed, of this type if one is named.")
    private boolean failed;

    @Override
    public Integer call() throws IOException {
      if (failed == !instance.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "name a job by NAME and INSTANCE, or use --failed");
      }
      try (CommandContext context = new CommandContext(config.load())) {
        WaitingJobs jobs = context.modules().waitingJobs();
        if (!failed) {
          return report(jobs.retry(name, instance), name, instance, "runs now");
        }
        long due =
            jobs.list(name, 1, MOST).stream()
                .filter(job -> jobs.retry(job.name(), job.instance()))
                .count();
        System.out.println("jobs that run now: " + due);
        return 0;
      }
    }
  }

  /** Removes a job. */
  @Command(
      name = "drop",
      description = "Removes a job that waits. Its work is not done.",
      mixinStandardHelpOptions = true)
  static final class Drop implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "NAME", index = "0", description = "Type of the job.")
    private String name;

    @Parameters(
        paramLabel = "INSTANCE",
        index = "1",
        description = "Which of them, as “jobs list” prints it.")
    private String instance;

    @Override
    public Integer call() throws IOException {
      if (instance.equals(WaitingJobs.RECURRING)) {
        throw new ParameterException(
            spec.commandLine(), name + " repeats; a worker would add it again when it starts");
      }
      try (CommandContext context = new CommandContext(config.load())) {
        return report(
            context.modules().waitingJobs().drop(name, instance), name, instance, "is dropped");
      }
    }
  }

  private static int report(boolean done, String name, String instance, String what) {
    if (done) {
      System.out.println(name + " " + instance + " " + what);
      return 0;
    }
    System.err.println("quaily: no job " + name + " " + instance + " waits (is it running?)");
    return 1;
  }
}
