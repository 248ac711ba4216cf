package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.delivery.mail.CountedMailer;
import com.quaily.delivery.mail.Outbox;
import com.quaily.delivery.mail.OwnerMailer;
import com.quaily.delivery.mail.SmtpMailer;
import com.quaily.delivery.mail.SystemMailer;
import com.quaily.page.template.Templates;
import java.time.Clock;

/** Sends email over SMTP, or to the outbox directory if none is configured. */
public final class MailModule {

  private final Outbox outbox;
  private final CountedMailer mailer;
  private final SystemMailer systemMailer;
  private final OwnerMailer ownerMailer;

  MailModule(Settings settings, Database database, Templates templates, Clock clock) {
    outbox = new Outbox(settings.data().resolve("outbox"), settings.mail().from(), clock);
    mailer =
        new CountedMailer(
            settings.mail().smtpUrl().isEmpty() ? outbox : new SmtpMailer(settings.mail(), clock));
    systemMailer = new SystemMailer(settings.site(), templates, mailer);
    ownerMailer = new OwnerMailer(database.dao(UserDao.class), systemMailer);
  }

  Outbox outbox() {
    return outbox;
  }

  CountedMailer mailer() {
    return mailer;
  }

  SystemMailer systemMailer() {
    return systemMailer;
  }

  OwnerMailer ownerMailer() {
    return ownerMailer;
  }
}
