package com.quaily.notice;

import com.quaily.model.Notice;
import com.quaily.model.WaitingNotice;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a transport delivers: one notice, or several in one message.
 *
 * @param text can be empty
 */
public record NoticeMessage(Notice.Level level, String subject, String text) {

  static NoticeMessage of(Notice notice) {
    return new NoticeMessage(notice.level(), notice.subject(), notice.text());
  }

  /**
   * @param notices at least one
   */
  static NoticeMessage of(List<WaitingNotice> notices) {
    WaitingNotice first = notices.get(0);
    boolean isAlert = notices.stream().anyMatch(one -> one.level() == Notice.Level.ALERT);
    Notice.Level level = isAlert ? Notice.Level.ALERT : Notice.Level.INFO;
    if (notices.size() == 1) {
      return new NoticeMessage(level, subject(first), first.text());
    }
    String list =
        notices.stream()
            .map(one -> one.text().isEmpty() ? subject(one) : subject(one) + "\n" + one.text())
            .collect(Collectors.joining("\n\n"));
    return new NoticeMessage(level, notices.size() + " notices", list);
  }

  private static String subject(WaitingNotice notice) {
    return notice.occurrences() == 1
        ? notice.subject()
        : notice.subject() + " (" + notice.occurrences() + " times)";
  }
}
