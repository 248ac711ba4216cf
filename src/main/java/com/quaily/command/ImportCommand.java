package com.quaily.command;

import com.quaily.config.Settings;
import com.quaily.importer.report.ImportOptions;
import com.quaily.importer.report.ImportProgress;
import com.quaily.importer.report.ImportReport;
import com.quaily.importer.report.ReportJson;
import com.quaily.importer.report.ReportTable;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports posts. */
@Command(
    name = "import",
    description = "Imports posts.",
    mixinStandardHelpOptions = true,
    subcommands = ImportCommand.Markdown.class)
public final class ImportCommand {

  /** Imports a folder of Markdown files. */
  @Command(
      name = "markdown",
      description = "Imports a folder of Markdown files from Obsidian, Hugo, Jekyll or plain text.",
      mixinStandardHelpOptions = true)
  static final class Markdown implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "DIR", description = "Folder to import.")
    private Path directory;

    @Option(
        names = "--channel",
        paramLabel = "SLUG",
        required = true,
        description = "Channel to import into.")
    private String channelSlug;

    @Option(
        names = "--publish",
        description = "Publish posts that are neither drafts nor dated in the future.")
    private boolean publish;

    @Option(
        names = "--overwrite",
        description = "Also replace posts that were not created by an import.")
    private boolean overwrite;

    @Option(
        names = "--dry-run",
        description = "Report what would be done without changing anything.")
    private boolean dryRun;

    @Option(names = "--assets", paramLabel = "DIR", description = "Additional folder of images.")
    private Path assets;

    @Option(
        names = "--zone",
        description = "Time zone for dates that have none (default: the system's).")
    private ZoneId zone = ZoneId.systemDefault();

    @Option(names = "--report", paramLabel = "FILE", description = "Also write the report as JSON.")
    private Path reportFile;

    @Override
    public Integer call() throws Exception {
      if (!Files.isDirectory(directory)) {
        throw new ParameterException(spec.commandLine(), directory + " is not a directory");
      }
      Settings settings = config.load();
      try (CommandContext context = new CommandContext(settings)) {
        Channel channel = context.modules().channel().channelService().get(channelSlug);
        Caller owner = new Caller(channel.userId(), Caller.Kind.SESSION, 0);
        ImportReport report =
            new ChannelImport(context.modules(), owner, channel)
                .run(
                    directory,
                    new ImportOptions(
                        channel.slug(),
                        publish,
                        overwrite,
                        dryRun,
                        Optional.ofNullable(assets),
                        zone),
                    this::show);
        System.out.print(ReportTable.of(report));
        if (reportFile != null) {
          ReportJson.write(report, reportFile);
        }
        return report.exitStatus();
      }
    }

    private void show(ImportProgress progress) {
      if (Terminal.isAttached()) {
        System.err.printf("\r%d/%d", progress.done(), progress.total());
        if (progress.done() == progress.total()) {
          System.err.println();
        }
      }
    }
  }
}
