package com.quaily.bench;

import com.quaily.config.Settings;
import com.quaily.page.publishing.ChannelRenderer;
import com.quaily.wiring.Modules;
import com.quaily.wiring.process.StorageFactory;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Renders a whole channel several times in one process, after a change of its title that changes
 * every page. Prints a line a round: pages a second, milliseconds of processor time a page, and the
 * heap in use afterwards.
 *
 * <p>Arguments: a data directory, the channel's slug, how many rounds.
 */
public final class RenderBench {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private RenderBench() {}

  public static void main(String[] arguments) throws SQLException {
    Settings settings = FilledInstance.settings(Path.of(arguments[0]));
    try (Modules modules = new Modules(settings, StorageFactory.create(settings), keys -> {})) {
      modules.migrate();
      long channel = modules.channel().channelService().get(arguments[1]).id();
      for (int round = 1; round <= Integer.parseInt(arguments[2]); round++) {
        changeTitle(modules, channel, round);
        round(modules.page().channelRenderer(), channel, round);
      }
    }
  }

  private static void changeTitle(Modules modules, long channel, int round) throws SQLException {
    try (Connection connection = modules.database().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update channel set title = 'Measured "
              + round
              + "', updated_at = now() where id = "
              + channel);
    }
  }

  private static void round(ChannelRenderer renderer, long channel, int round) {
    long pages = renderer.count(channel);
    long begin = System.nanoTime();
    long cpu = SYSTEM.getProcessCpuTime();
    renderer.render(channel, done -> {});
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf(
        Locale.ROOT,
        "ROUND %d pages %d seconds %.2f rate %.0f cpu_ms %.2f heap_mb %d%n",
        round,
        pages,
        seconds,
        pages / seconds,
        cpuSeconds * 1000 / pages,
        heap >> 20);
  }
}
