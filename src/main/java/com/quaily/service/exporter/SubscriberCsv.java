package com.quaily.service.exporter;

import com.quaily.dao.ChannelExportDao;
import com.quaily.model.export.ExportedSubscriber;
import java.io.IOException;
import java.util.List;

/** A channel's subscribers as lines of a CSV file, read in batches. */
final class SubscriberCsv {

  private static final int AT_ONCE = 200;

  private final ChannelExportDao exportDao;

  SubscriberCsv(ChannelExportDao exportDao) {
    this.exportDao = exportDao;
  }

  void write(long channelId, Output out) throws IOException {
    out.write(
        Csv.line(
            "email", "name", "type", "paid_expiry", "email_enabled", "confirmed_at", "created_at"));
    List<ExportedSubscriber> readers = exportDao.selectSubscribersAfter(channelId, 0, AT_ONCE);
    while (!readers.isEmpty()) {
      for (ExportedSubscriber reader : readers) {
        out.write(line(reader));
      }
      long last = readers.get(readers.size() - 1).userId();
      readers = exportDao.selectSubscribersAfter(channelId, last, AT_ONCE);
    }
  }

  private static String line(ExportedSubscriber reader) {
    return Csv.line(
        reader.email(),
        reader.name(),
        reader.type(),
        reader.paidExpiry(),
        reader.emailEnabled(),
        reader.confirmedAt(),
        reader.createdAt());
  }

  /** Receives text. */
  @FunctionalInterface
  interface Output {

    void write(String text) throws IOException;
  }
}
