package com.quaily.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends events to a syslog server from a thread of its own, so that nobody waits for the network.
 * While the server is away, events wait in memory; those for which there is no room go to standard
 * output. Logback calls no appender again out of itself, so problems of this one are lines of the
 * other.
 */
final class SyslogAppender extends AppenderBase<ILoggingEvent> {

  private static final int ROOM = 10_000;
  private static final long PAUSE_MILLIS = 1_000;
  private static final long CLOSE_MILLIS = 3_000;

  private final LogTarget target;
  private final SyslogFormat format;
  private final Appender<ILoggingEvent> otherwise;
  private final BlockingQueue<ILoggingEvent> waiting = new ArrayBlockingQueue<>(ROOM);
  private final Thread thread = new Thread(this::send, "syslog");

  /**
   * @param otherwise takes the events for which there is no room
   */
  SyslogAppender(LogTarget target, SyslogFormat format, Appender<ILoggingEvent> otherwise) {
    this.target = target;
    this.format = format;
    this.otherwise = otherwise;
    setName("syslog");
    thread.setDaemon(true);
  }

  @Override
  public void start() {
    super.start();
    thread.start();
    // The last lines of a process tell why it ends.
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "syslog-end"));
  }

  @Override
  protected void append(ILoggingEvent event) {
    event.prepareForDeferredProcessing();
    if (!waiting.offer(event)) {
      otherwise.doAppend(event);
    }
  }

  private void send() {
    ILoggingEvent unsent = null;
    boolean complained = false;
    while (isStarted() || !waiting.isEmpty()) {
      try (SyslogConnection connection = SyslogConnection.open(target)) {
        complained = false;
        while (isStarted() || !waiting.isEmpty()) {
          unsent = unsent == null ? waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS) : unsent;
          if (unsent != null) {
            connection.send(format.format(unsent));
            unsent = null;
          }
        }
      } catch (IOException e) {
        if (!complained) {
          complain(e);
          complained = true;
        }
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    if (unsent != null) {
      otherwise.doAppend(unsent);
    }
  }

  /** Once for each outage. */
  private void complain(IOException failure) {
    Logger logger = ((LoggerContext) getContext()).getLogger(SyslogAppender.class);
    String message = "the syslog server " + target.host() + " cannot be reached: " + failure;
    otherwise.doAppend(
        new LoggingEvent(SyslogAppender.class.getName(), logger, Level.WARN, message, null, null));
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives what waits a moment; the rest goes to standard output. */
  @Override
  public void stop() {
    if (!isStarted()) {
      return;
    }
    super.stop();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (ILoggingEvent left = waiting.poll(); left != null; left = waiting.poll()) {
      otherwise.doAppend(left);
    }
  }
}
