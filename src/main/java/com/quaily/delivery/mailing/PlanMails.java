package com.quaily.delivery.mailing;

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
import com.quaily.model.delivery.DueMail;
import com.quaily.model.delivery.EndedPlan;
import com.quaily.model.delivery.MailingKind;
import com.quaily.model.delivery.ReportedMember;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.template.PageLanguage;
import com.quaily.page.url.PageUrls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Emails about paid plans: to the owner when one begins, to the reader when it has ended. */
public final class PlanMails {

  /** Nobody is told of a plan that ended longer ago. */
  private static final Duration LATEST = Duration.ofDays(7);

  private static final int AT_ONCE = 500;

  private final Transactions transactions;
  private final MailingDao mailingDao;
  private final MailingRecipientDao recipientDao;
  private final OwnerReportDao reportDao;
  private final Site site;
  private final PageUrls urls;
  private final LetterComposer composer;
  private final Clock clock;

  public PlanMails(DailyReports.Tables tables, Site site, LetterComposer composer, Clock clock) {
    this.transactions = tables.transactions();
    this.mailingDao = tables.mailings();
    this.recipientDao = tables.recipients();
    this.reportDao = tables.reports();
    this.site = site;
    this.urls = new PageUrls(site);
    this.composer = composer;
    this.clock = clock;
  }

  /** Tells the owner of a reader's new plan, in the caller's transaction. */
  public void began(Channel channel, long userId) {
    Instant now = clock.instant();
    long mailing =
        mailingDao.ensure(channel.id(), MailingKind.PREMIUM, userId + " " + now, 0, "", now);
    recipientDao.insert(mailing, channel.userId(), userId, now);
  }

  /** Adds emails about plans that have ended. */
  public void gatherEnded() {
    Instant now = clock.instant();
    for (EndedPlan plan : reportDao.selectEnded(now.minus(LATEST), now, AT_ONCE)) {
      String name = plan.paidExpiry().atZone(ZoneOffset.UTC).toLocalDate().toString();
      transactions.inTransaction(
          () -> {
            long mailing =
                mailingDao.ensure(plan.channelId(), MailingKind.EXPIRY, name, 0, "", now);
            recipientDao.insert(mailing, plan.userId(), 0, now);
          });
    }
  }

  /** The email to an owner; empty if the reader has left. */
  public Optional<PostMail> writeBegan(MailingTurn turn) {
    Channel channel = turn.context().channel();
    long reader = recipientDao.selectSubject(turn.mailing().id(), turn.due().userId());
    return reportDao
        .selectMember(channel.id(), reader)
        .map(member -> composeBegan(turn, channel, member));
  }

  private PostMail composeBegan(MailingTurn turn, Channel channel, ReportedMember member) {
    Messages messages = Messages.of(turn.language());
    ZoneId zone = PageLanguage.zone(channel);
    String end =
        member.paidExpiry() == null
            ? messages.get("plan.began.open")
            : messages.format("plan.began.end", messages.date(member.paidExpiry(), zone));
    String who = member.name().isBlank() ? member.email() : member.name() + " · " + member.email();
    String title = messages.format("plan.began.title", channel.title());
    return composer.compose(
        turn.context(),
        turn.language(),
        turn.language().tag(),
        new Letter(
            title,
            title,
            member.email(),
            "",
            Html.paragraph(who).value() + Html.paragraph(end).value(),
            site.url("/dashboard/lists/" + channel.slug() + "/subscribers"),
            messages.get("plan.began.action"),
            messages.format("report.reason", channel.title())));
  }

  /** The email to a reader; empty if the plan was renewed. */
  public Optional<PostMail> writeEnded(MailingTurn turn) {
    DueMail due = turn.due();
    if (due.isPremium(clock.instant()) || due.paidExpiry() == null) {
      return Optional.empty();
    }
    Channel channel = turn.context().channel();
    Messages messages = Messages.of(turn.language());
    String date = messages.date(due.paidExpiry(), PageLanguage.zone(channel));
    String title = messages.format("plan.ended.title", channel.title());
    return Optional.of(
        composer.compose(
            turn.context(),
            turn.language(),
            turn.language().tag(),
            new Letter(
                title,
                title,
                "",
                "",
                Html.paragraph(messages.format("plan.ended.text", date, channel.title())).value(),
                LetterComposer.tagged(urls.about(channel)),
                messages.get("plan.ended.action"),
                "")));
  }
}
