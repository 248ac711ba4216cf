package com.quaily.delivery.mailing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.dao.MailingDao;
import com.quaily.dao.MailingRecipientDao;
import com.quaily.dao.OwnerReportDao;
import com.quaily.database.Transactions;
import com.quaily.delivery.content.Letter;
import com.quaily.delivery.content.LetterComposer;
import com.quaily.delivery.content.PostMail;
import com.quaily.delivery.mailing.MailingMails.MailingTurn;
import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.ChannelFigures;
import com.quaily.model.delivery.MailingKind;
import com.quaily.model.delivery.ReportedMember;
import com.quaily.page.publishing.compose.ChannelContexts;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.template.PageLanguage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The email that tells an owner every morning what changed since the last one. */
public final class DailyReports implements MailingMails.MailingContent {

  private static final Duration SOON = Duration.ofDays(7);
  private static final int MOST_MEMBERS = 20;
  private static final long REMEMBERED = 100_000;

  /** Text in emails may break within words, which a narrow column of numbers would do. */
  private static final String HEAD =
      "<th align=\"right\" style=\"padding:8px 6px;border-bottom:2px solid #c9c6bd;"
          + "font-size:15px;line-height:1.5;white-space:nowrap\">";

  private final Transactions transactions;
  private final MailingDao mailingDao;
  private final MailingRecipientDao recipientDao;
  private final OwnerReportDao reportDao;
  private final ChannelContexts contexts;
  private final Site site;
  private final LetterComposer composer;
  private final Clock clock;

  /** When the next report of a channel is due; what is forgotten is looked up again. */
  private final Cache<Long, Instant> nexts = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /** Where mailings, and what owners are told, are kept. */
  public record Tables(
      Transactions transactions,
      MailingDao mailings,
      MailingRecipientDao recipients,
      OwnerReportDao reports) {}

  public DailyReports(
      Tables tables, ChannelContexts contexts, Site site, LetterComposer composer, Clock clock) {
    this.transactions = tables.transactions();
    this.mailingDao = tables.mailings();
    this.recipientDao = tables.recipients();
    this.reportDao = tables.reports();
    this.contexts = contexts;
    this.site = site;
    this.composer = composer;
    this.clock = clock;
  }

  /** Adds the reports that are due; after a downtime, only that of the last morning. */
  public void gather() {
    Instant now = clock.instant();
    for (long channelId : reportDao.selectReporting()) {
      Instant next = nexts.getIfPresent(channelId);
      if (next == null || !next.isAfter(now)) {
        contexts.load(channelId).ifPresent(context -> gather(context.channel(), now));
      }
    }
  }

  private void gather(Channel channel, Instant now) {
    DigestTimes times = DigestTimes.before(now, PageLanguage.zone(channel));
    String name = times.date().toString();
    transactions.inTransaction(
        () -> {
          long mailing = mailingDao.ensure(channel.id(), MailingKind.REPORT, name, 0, "", now);
          if (recipientDao.insert(mailing, channel.userId(), 0, now) > 0) {
            reportDao.insertFigures(mailing, channel.id(), now);
          }
        });
    nexts.put(channel.id(), times.next());
  }

  @Override
  public Optional<PostMail> write(MailingTurn turn) {
    return reportDao.selectFigures(turn.mailing().id()).map(figures -> compose(turn, figures));
  }

  private PostMail compose(MailingTurn turn, ChannelFigures now) {
    Channel channel = turn.context().channel();
    Messages messages = Messages.of(turn.language());
    Optional<ChannelFigures> last =
        reportDao.selectFiguresBefore(channel.id(), turn.mailing().id());
    ChannelFigures before = last.orElse(now);
    Report report = new Report(messages, PageLanguage.zone(channel));
    report.row("report.posts", before, now, ChannelFigures::posts);
    report.row("report.premium.posts", before, now, ChannelFigures::premiumPosts);
    report.row("report.subscribers", before, now, ChannelFigures::subscribers);
    report.row("report.premium.subscribers", before, now, ChannelFigures::premiumSubscribers);
    report.row("report.reads", before, now, ChannelFigures::reads);
    report.row("report.views", before, now, ChannelFigures::views);
    report.endTable();
    Instant since =
        last.map(ChannelFigures::takenAt).orElse(now.takenAt().minus(Duration.ofDays(1)));
    report.members(
        "report.joined", reportDao.selectJoined(channel.id(), since, now.takenAt(), MOST_MEMBERS));
    report.members(
        "report.ending",
        reportDao.selectEnding(
            channel.id(), now.takenAt(), now.takenAt().plus(SOON), MOST_MEMBERS));
    String date = messages.date(now.takenAt(), PageLanguage.zone(channel));
    return composer.compose(
        turn.context(),
        turn.language(),
        turn.language().tag(),
        new Letter(
            messages.format("report.subject", channel.title(), date),
            messages.format("report.title", channel.title()),
            report.summary(before, now),
            date,
            report.html(),
            site.url("/dashboard/lists/" + channel.slug() + "/analytics"),
            messages.get("report.action"),
            messages.format("report.reason", channel.title())));
  }

  /** The body of a report. */
  private static final class Report {

    private final Messages messages;
    private final ZoneId zone;
    private final StringBuilder html = new StringBuilder("<table>");

    Report(Messages messages, ZoneId zone) {
      this.messages = messages;
      this.zone = zone;
      html.append("<tr><th></th>");
      for (String key : List.of("report.before", "report.now", "report.change")) {
        html.append(HEAD).append(text(messages.get(key))).append("</th>");
      }
      html.append("</tr>");
    }

    private static String text(String text) {
      return Html.escape(text);
    }

    void row(
        String key,
        ChannelFigures before,
        ChannelFigures now,
        ToLongFunction<ChannelFigures> figure) {
      long from = figure.applyAsLong(before);
      long to = figure.applyAsLong(now);
      html.append("<tr><td>").append(text(messages.get(key))).append("</td>");
      for (String cell : List.of(messages.number(from), messages.number(to), change(from, to))) {
        html.append("<td align=\"right\">").append(text(cell)).append("</td>");
      }
      html.append("</tr>");
    }

    private String change(long from, long to) {
      if (from == to) {
        return "0";
      }
      return (to > from ? "+" : "−") + messages.number(Math.abs(to - from));
    }

    void endTable() {
      html.append("</table>");
    }

    void members(String key, List<ReportedMember> members) {
      if (members.isEmpty()) {
        return;
      }
      html.append("<h2>").append(text(messages.get(key))).append("</h2><ul>");
      for (ReportedMember member : members) {
        html.append("<li>").append(text(member.email()));
        if (!member.name().isBlank()) {
          html.append(" · ").append(text(member.name()));
        }
        if (member.paidExpiry() != null) {
          html.append(" · ").append(text(messages.date(member.paidExpiry(), zone)));
        }
        html.append("</li>");
      }
      html.append("</ul>");
    }

    String summary(ChannelFigures before, ChannelFigures now) {
      return "%s %s (%s)"
          .formatted(
              messages.get("report.subscribers"),
              messages.number(now.subscribers()),
              change(before.subscribers(), now.subscribers()));
    }

    String html() {
      return html.toString();
    }
  }
}
