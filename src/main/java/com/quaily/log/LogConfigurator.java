package com.quaily.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Optional;

/**
 * Configures logging: one line per event on standard output, or on standard error for commands
 * whose output is a result, with the id of its request. Configured in code, because reading an XML
 * file would slow down a cold start noticeably.
 *
 * <pre>
 * 2026-05-04T09:30:00.123Z WARN  ErrorMapper [01HX…] unavailable: …
 * </pre>
 *
 * <p>The log contains no personal data: events identify users, channels and posts by number, slug
 * or key, never by email address, and contain no content.
 *
 * <p>{@code QUAILY_LOG_TARGET} (environment) names a syslog server instead of standard output, see
 * {@link LogTarget}. {@code QUAILY_LOG_LEVEL} (environment) sets the level of the program's own
 * classes; libraries log from {@code WARN}.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {

  /** The system property with the name of the stream, as Logback calls it. */
  static final String CONSOLE = "quaily.log.console";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    LogLayout layout = new LogLayout();
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(layout);
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setEncoder(encoder);
    console.setTarget(System.getProperty(CONSOLE, "System.out"));
    console.start();
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    context
        .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
        .addAppender(appender(context, console, layout));
    // Jersey warns about every resource that is registered as an instance ("a provider that will be
    // ignored"), and then uses it.
    context.getLogger("org.glassfish.jersey.internal.inject.Providers").setLevel(Level.ERROR);
    String level = Optional.ofNullable(System.getenv("QUAILY_LOG_LEVEL")).orElse("INFO");
    context.getLogger("com.quaily").setLevel(Level.toLevel(level, Level.INFO));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static Appender<ILoggingEvent> appender(
      LoggerContext context, Appender<ILoggingEvent> console, LogLayout layout) {
    LogTarget target =
        LogTarget.parse(Optional.ofNullable(System.getenv("QUAILY_LOG_TARGET")).orElse(""));
    if (target.equals(LogTarget.STANDARD_OUTPUT)) {
      return console;
    }
    // The log server knows the address of a machine without a name.
    SyslogFormat format =
        new SyslogFormat(HostName.find().orElse("-"), ProcessHandle.current().pid(), layout);
    SyslogAppender syslog = new SyslogAppender(target, format, console);
    syslog.setContext(context);
    syslog.start();
    return syslog;
  }
}
