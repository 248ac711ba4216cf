package com.quaily.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Sets up Logback without its search for configuration files, which opens every jar on the class
 * path and slows down a cold start.
 */
public final class LogProvider implements SLF4JServiceProvider {

  private final LoggerContext context = new LoggerContext();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final LogbackMDCAdapter requestIds = new LogbackMDCAdapter();

  /**
   * Makes this the process's provider; must be called before the first log statement.
   *
   * @param server whether standard output is for the log; otherwise standard error is
   */
  public static void use(boolean server) {
    System.setProperty(LogConfigurator.CONSOLE, server ? "System.out" : "System.err");
    System.setProperty("slf4j.provider", LogProvider.class.getName());
    System.setProperty("slf4j.internal.verbosity", "WARN");
  }

  @Override
  public void initialize() {
    context.setName("default");
    context.setMDCAdapter(requestIds);
    new LogConfigurator().configure(context);
    context.start();
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return context;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return requestIds;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }
}
