package com.quaily.service.exporter;

import com.quaily.dao.ChannelExportDao;
import com.quaily.model.JsonText;
import com.quaily.model.export.ExportedComment;
import com.quaily.model.export.ExportedConsent;
import com.quaily.model.export.ExportedSuppression;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a channel's reader data in batches. */
final class ReaderFiles {

  private static final int AT_ONCE = 200;

  private final ChannelExportDao exportDao;

  ReaderFiles(ChannelExportDao exportDao) {
    this.exportDao = exportDao;
  }

  void write(long channelId, Zip zip) throws IOException {
    writeSubscribers(channelId, zip);
    writeConsents(channelId, zip);
    writeSuppressions(channelId, zip);
    writeComments(channelId, zip);
  }

  private void writeSubscribers(long channelId, Zip zip) throws IOException {
    zip.begin("subscribers.csv");
    new SubscriberCsv(exportDao).write(channelId, zip::write);
    zip.end();
  }

  private void writeConsents(long channelId, Zip zip) throws IOException {
    zip.begin("consents.csv");
    zip.write(Csv.line("email", "act", "method", "form", "requested_at", "created_at"));
    List<ExportedConsent> consents = exportDao.selectConsentsAfter(channelId, 0, 0, AT_ONCE);
    while (!consents.isEmpty()) {
      for (ExportedConsent consent : consents) {
        zip.write(
            Csv.line(
                consent.email(),
                name(consent.act()),
                name(consent.method()),
                consent.form(),
                consent.requestedAt(),
                consent.createdAt()));
      }
      ExportedConsent last = consents.get(consents.size() - 1);
      consents = exportDao.selectConsentsAfter(channelId, last.userId(), last.id(), AT_ONCE);
    }
    zip.end();
  }

  private void writeSuppressions(long channelId, Zip zip) throws IOException {
    zip.begin("suppressions.csv");
    zip.write(Csv.line("email", "reason", "created_at"));
    List<ExportedSuppression> addresses = exportDao.selectSuppressionsAfter(channelId, "", AT_ONCE);
    while (!addresses.isEmpty()) {
      for (ExportedSuppression address : addresses) {
        zip.write(Csv.line(address.email(), name(address.reason()), address.createdAt()));
      }
      String last = addresses.get(addresses.size() - 1).email();
      addresses = exportDao.selectSuppressionsAfter(channelId, last, AT_ONCE);
    }
    zip.end();
  }

  /** One JSON array with one comment per line. */
  private void writeComments(long channelId, Zip zip) throws IOException {
    zip.begin("comments.json");
    zip.write("[");
    String separator = "\n";
    List<ExportedComment> comments = exportDao.selectCommentsAfter(channelId, 0, AT_ONCE);
    while (!comments.isEmpty()) {
      for (ExportedComment comment : comments) {
        zip.write(separator + json(comment));
        separator = ",\n";
      }
      long last = comments.get(comments.size() - 1).id();
      comments = exportDao.selectCommentsAfter(channelId, last, AT_ONCE);
    }
    zip.write("\n]\n");
    zip.end();
  }

  private static String json(ExportedComment comment) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", comment.id());
    values.put("quote_comment_id", comment.quoteCommentId());
    values.put("post", comment.post());
    values.put("author", comment.author());
    values.put("content", comment.content());
    values.put("status", name(comment.status()));
    values.put("created_at", comment.createdAt().toString());
    values.put("updated_at", comment.updatedAt().toString());
    return JsonText.write(values);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
