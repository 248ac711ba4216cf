package com.quaily.command;

import com.quaily.importer.ChannelImportTarget;
import com.quaily.importer.MarkdownImport;
import com.quaily.importer.report.ImportOptions;
import com.quaily.importer.report.ImportProgress;
import com.quaily.importer.report.ImportReport;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.page.markdown.Markdown;
import com.quaily.wiring.Backend;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Runs an import into a channel and renders what came in. */
final class ChannelImport {

  private final Backend backend;
  private final Caller caller;
  private final Channel channel;

  ChannelImport(Backend backend, Caller caller, Channel channel) {
    this.backend = backend;
    this.caller = caller;
    this.channel = channel;
  }

  /**
   * @param progress is told of each file
   */
  ImportReport run(Path directory, ImportOptions options, Consumer<ImportProgress> progress) {
    ChannelImportTarget target =
        new ChannelImportTarget(
            backend.database(),
            backend.services().postService(),
            backend.services().attachmentService(),
            caller,
            channel);
    ImportReport report =
        new MarkdownImport(target, target, Markdown::headingId, backend.clock(), options)
            .run(directory, progress);
    if (!options.dryRun()) {
      // Posts of the past came in the order of their files: give each list page its due number.
      backend.pages().listNumbering().renumber(channel.id());
      backend.pages().channelRenderer().render(channel.id(), pages -> {});
      backend.pages().sitePages().write();
    }
    return report;
  }
}
