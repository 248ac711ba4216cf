package com.quaily.resource.composer;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.quaily.resource.composer.ComposerTaskResource.TaskView;
import com.quaily.resource.json.Json;
import com.quaily.service.composer.ComposerTasks.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

/** The progress of a task as server-sent events: one for each change, the last with the result. */
final class TaskEvents {

  private static final ObjectWriter WRITER = Json.mapper().writer();
  private static final Duration LOOK_EVERY = Duration.ofMillis(300);

  /**
   * A comment before the first event. Jersey keeps back the beginning of every answer, flushed or
   * not, until it has more than 8 KB, because a short answer gets a Content-Length.
   */
  private static final byte[] BEGINNING =
      (":" + " ".repeat(8 * 1024) + "\n\n").getBytes(StandardCharsets.UTF_8);

  /** A sign of life this often notices a client that is gone. */
  private static final int LOOKS_PER_COMMENT = 30;

  /** Ten minutes; clients connect again. */
  private static final int MOST_LOOKS = 2_000;

  private TaskEvents() {}

  /**
   * Writes events until the task has ended.
   *
   * @param next waits at most this long for the end of the task
   * @throws IOException when the client is gone
   */
  static void write(OutputStream out, Progress first, Function<Duration, Progress> next)
      throws IOException {
    Progress shown = first;
    out.write(BEGINNING);
    send(out, shown);
    for (int look = 1; look < MOST_LOOKS && !shown.task().hasEnded(); look++) {
      Progress now = next.apply(LOOK_EVERY);
      if (hasChanged(shown, now)) {
        send(out, now);
        shown = now;
      } else if (look % LOOKS_PER_COMMENT == 0) {
        out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    }
  }

  private static boolean hasChanged(Progress before, Progress now) {
    return before.task().status() != now.task().status()
        || !Objects.equals(before.partial(), now.partial())
        || !before.task().result().equals(now.task().result());
  }

  private static void send(OutputStream out, Progress progress) throws IOException {
    String data = WRITER.writeValueAsString(TaskView.of(progress));
    out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
