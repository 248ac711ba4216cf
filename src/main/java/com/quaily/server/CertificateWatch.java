package com.quaily.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/** Checks periodically for a renewed certificate. */
final class CertificateWatch extends AbstractLifeCycle {

  private final TlsCertificate certificate;
  private final Server server;
  private final Duration interval;
  private Scheduler.Task next;

  CertificateWatch(TlsCertificate certificate, Server server, Duration interval) {
    this.certificate = certificate;
    this.server = server;
    this.interval = interval;
  }

  @Override
  protected synchronized void doStart() {
    scheduleNext();
  }

  private synchronized void scheduleNext() {
    next = server.getScheduler().schedule(this::look, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    if (isStarted()) {
      certificate.reloadIfChanged();
      scheduleNext();
    }
  }

  @Override
  protected synchronized void doStop() {
    next.cancel();
  }
}
