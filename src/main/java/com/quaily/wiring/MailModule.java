package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.delivery.mail.MailComposer;
import com.quaily.delivery.mail.Mailer;
import com.quaily.delivery.mail.Outbox;
import com.quaily.delivery.mail.SmtpMailer;
import com.quaily.page.template.Templates;
import java.time.Clock;

/** Sends email over SMTP, or to the outbox directory if none is configured. */
public final class MailModule {

  private final Outbox outbox;
  private final Mailer mailer;
  private final MailComposer composer;

  MailModule(Settings settings, Templates templates, Clock clock) {
    outbox = new Outbox(settings.data().resolve("outbox"), settings.mail().from(), clock);
    mailer = settings.mail().smtpUrl().isEmpty() ? outbox : new SmtpMailer(settings.mail(), clock);
    composer = new MailComposer(settings.site(), templates);
  }

  Outbox outbox() {
    return outbox;
  }

  Mailer mailer() {
    return mailer;
  }

  MailComposer composer() {
    return composer;
  }
}
