package com.quaily.command;

import com.quaily.dao.PostDao;
import com.quaily.importer.ChannelImportTarget;
import com.quaily.importer.MarkdownImport;
import com.quaily.importer.report.ImportOptions;
import com.quaily.importer.report.ImportProgress;
import com.quaily.importer.report.ImportReport;
import com.quaily.importer.report.Leftover;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.page.markdown.Markdown;
import com.quaily.wiring.Modules;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Imports posts into a channel and renders them. */
final class ChannelImport {

  private final Modules modules;
  private final Caller caller;
  private final Channel channel;

  ChannelImport(Modules modules, Caller caller, Channel channel) {
    this.modules = modules;
    this.caller = caller;
    this.channel = channel;
  }

  /**
   * @param progress receives each file
   */
  ImportReport run(Path directory, ImportOptions options, Consumer<ImportProgress> progress) {
    ChannelImportTarget target =
        new ChannelImportTarget(
            modules.database().dao(PostDao.class),
            modules.post().postService(),
            modules.media().attachmentService(),
            caller,
            channel);
    ImportReport report =
        new MarkdownImport(
                target,
                target,
                Markdown::headingId,
                ChannelImport::leftovers,
                modules.clock(),
                options)
            .run(directory, progress);
    if (!options.dryRun()) {
      // Imported posts arrived in file order; renumber the list pages by date.
      modules.page().listNumbering().renumber(channel.id());
      modules.page().channelRenderer().render(channel.id(), pages -> {});
      modules.page().sitePages().write();
    }
    return report;
  }

  private static List<Leftover> leftovers(String content) {
    return Markdown.foreignMarkup(content).stream()
        .map(found -> new Leftover(found.line(), found.markup(), found.problem()))
        .toList();
  }
}
