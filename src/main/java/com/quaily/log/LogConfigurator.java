package com.quaily.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Optional;

/**
 * Sets up the program's log: one line an event on standard output, with the id of the request that
 * it belongs to. In code, because reading an XML file would be a good part of a cold start.
 *
 * <pre>
 * 2026-05-04T09:30:00.123Z WARN  ErrorMapper [01HX…] unavailable: …
 * </pre>
 *
 * <p>No personal data: events name users, channels and posts by number, slug or key, never by
 * address, and nothing that was written.
 *
 * <p>{@code QUAILY_LOG_LEVEL} (environment) chooses the level of our own classes; others speak from
 * {@code WARN} on.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {

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
    console.start();
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(console);
    // Jersey calls each resource that is handed in ready-made, not as a class, "a provider that
    // will be ignored" and then uses it all the same.
    context.getLogger("org.glassfish.jersey.internal.inject.Providers").setLevel(Level.ERROR);
    String level = Optional.ofNullable(System.getenv("QUAILY_LOG_LEVEL")).orElse("INFO");
    context.getLogger("com.quaily").setLevel(Level.toLevel(level, Level.INFO));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
