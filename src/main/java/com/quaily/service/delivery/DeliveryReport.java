package com.quaily.service.delivery;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.Slice;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.DeliveryRecipient;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.delivery.DomainCount;
import com.quaily.model.delivery.MessageState;
import com.quaily.service.validation.FieldValidator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What became of the emails of a delivery, recipient by recipient. */
public final class DeliveryReport {

  /** Domains with numbers of their own; the rest is one line. */
  public static final int DOMAINS = 20;

  private static final int ROWS_AT_ONCE = 1_000;
  private static final String HEADER = "email,status,fault,reply,transport,attempts,updated_at\r\n";

  private final DeliveryTasks tasks;
  private final DeliveryRecipientDao recipientDao;

  public DeliveryReport(DeliveryTasks tasks, DeliveryRecipientDao recipientDao) {
    this.tasks = tasks;
    this.recipientDao = recipientDao;
  }

  /**
   * Recipients of a delivery.
   *
   * @param email prefix of the address; null or empty = any
   * @param state null = any
   */
  public Slice<DeliveryRecipient> recipients(
      Caller caller,
      Channel channel,
      String taskKey,
      String email,
      MessageState state,
      int offset,
      int limit) {
    DeliveryTask task = tasks.require(caller, channel, taskKey);
    String start = FieldValidator.line("email", email, Limits.NAME).toLowerCase(Locale.ROOT);
    return new Slice<>(
        recipientDao.select(task.id(), start, state, offset, limit),
        recipientDao.countMatching(task.id(), start, state),
        offset,
        limit);
  }

  /** What became of a delivery's emails to the domains with most readers, and to all others. */
  public List<DomainCount> domains(Caller caller, Channel channel, String taskKey) {
    DeliveryTask task = tasks.require(caller, channel, taskKey);
    return recipientDao.countByDomain(task.id(), DOMAINS);
  }

  /** Writes all recipients as CSV (RFC 4180). */
  public void write(DeliveryTask task, OutputStream out) throws IOException {
    Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    csv.write(HEADER);
    long last = 0;
    List<DeliveryRecipient> rows = recipientDao.selectAfter(task.id(), last, ROWS_AT_ONCE);
    while (!rows.isEmpty()) {
      for (DeliveryRecipient row : rows) {
        csv.write(line(row));
        last = row.userId();
      }
      rows = recipientDao.selectAfter(task.id(), last, ROWS_AT_ONCE);
    }
    csv.flush();
  }

  private static String line(DeliveryRecipient row) {
    return String.join(
            ",",
            cell(row.email()),
            row.state().wireName(),
            row.fault().wireName(),
            cell(row.reply()),
            cell(row.transport()),
            String.valueOf(row.attempts()),
            row.updatedAt().toString())
        + "\r\n";
  }

  /** Spreadsheets take a text that begins like a formula for one. */
  private static String cell(String text) {
    String safe = text.matches("[=+\\-@\t].*") ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
