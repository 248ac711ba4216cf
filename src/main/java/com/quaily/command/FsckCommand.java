package com.quaily.command;

import com.quaily.page.publishing.ConsistencyCheck;
import com.quaily.page.publishing.ConsistencyCheck.Fault;
import com.quaily.page.publishing.ConsistencyCheck.Finding;
import com.quaily.service.media.MediaCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares database, manifest and storage. */
@Command(
    name = "fsck",
    description = {
      "Compares posts, manifest and storage, and lists inconsistencies.",
      "Exit code: 0 if everything is consistent or was repaired, 1 otherwise."
    },
    mixinStandardHelpOptions = true)
public final class FsckCommand implements Callable<Integer> {

  @Mixin private ConfigOptions config;

  @Option(names = "--repair", description = "Repairs inconsistencies.")
  private boolean repair;

  @Override
  public Integer call() throws Exception {
    try (CommandContext context = new CommandContext(config.load())) {
      ConsistencyCheck check = context.modules().page().consistencyCheck();
      MediaCheck media = context.modules().media().mediaCheck();
      List<Finding> findings = look(check, media);
      findings.forEach(
          finding ->
              System.out.println(
                  finding.fault().name().toLowerCase(Locale.ROOT) + "\t" + finding.key()));
      if (findings.isEmpty() || !repair) {
        System.out.println("inconsistencies: " + findings.size());
        return findings.isEmpty() ? 0 : 1;
      }
      findings.stream().map(Finding::key).filter(FsckCommand::isImage).forEach(media::remove);
      check.repair(findings.stream().filter(finding -> !isImage(finding.key())).toList());
      context.modules().publishSites(RunningServer.webApplication());
      List<Finding> left = look(check, media);
      left.stream()
          .filter(finding -> finding.key().startsWith("sites/"))
          .map(finding -> finding.key().split("/", 3)[1])
          .distinct()
          .forEach(
              site -> System.out.println("to repair, run: quaily site publish " + site + " DIR"));
      System.out.println("repaired: " + (findings.size() - left.size()) + ", left: " + left.size());
      return left.isEmpty() ? 0 : 1;
    }
  }

  private static boolean isImage(String key) {
    return key.startsWith("media/");
  }

  private static List<Finding> look(ConsistencyCheck check, MediaCheck media) {
    ProgressLine line = new ProgressLine("fsck", 0);
    AtomicLong checked = new AtomicLong();
    Consumer<String> progress = key -> line.show(checked.incrementAndGet());
    List<Finding> findings = new ArrayList<>(check.find(progress));
    media.findUnknown(progress).forEach(key -> findings.add(new Finding(Fault.UNKNOWN, key)));
    line.end();
    return findings;
  }
}
