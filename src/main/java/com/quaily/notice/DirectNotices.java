package com.quaily.notice;

import com.quaily.model.Notice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends notices at once, past the database: those about the database itself, and tests. */
public final class DirectNotices {

  private final List<NoticeTransport> transports;

  public DirectNotices(List<NoticeTransport> transports) {
    this.transports = List.copyOf(transports);
  }

  /**
   * Sends a notice by each transport, once.
   *
   * @return for each transport why it did not accept; an empty text where it did
   */
  public Map<String, String> send(Notice notice) {
    Notices.log(notice);
    Map<String, String> answers = new LinkedHashMap<>();
    for (NoticeTransport transport : transports) {
      try {
        transport.deliver(NoticeMessage.of(notice));
        answers.put(transport.name(), "");
      } catch (RefusedException e) {
        answers.put(transport.name(), e.getMessage());
      }
    }
    return answers;
  }
}
