package com.quaily.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextListener;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;

/**
 * The servlet context of the web application. It holds what {@code WEB-INF/web.xml} declares for
 * other containers, in the same order; a test compares the two. Reading the file at each start
 * would take a tenth of a second that a reader waits for.
 */
final class WebApplicationContext {

  static final List<String> LISTENERS = List.of("com.quaily.WebApplication");

  /** In the order that a request goes through them. */
  static final List<Mapping> FILTERS =
      List.of(
          new Mapping("request-id", "com.quaily.resource.filter.RequestIdFilter", "/*"),
          new Mapping("routing", "com.quaily.routing.RoutingFilter", "/*"));

  static final List<Mapping> SERVLETS =
      List.of(
          new Mapping("api", "com.quaily.resource.ApiServlet", "/api/*"),
          new Mapping("ai-proxy", "com.quaily.resource.site.AiProxyServlet", "/api/ai-proxy/*"),
          new Mapping("health", "com.quaily.resource.site.HealthServlet", "/healthz", "/readyz"),
          new Mapping("metrics", "com.quaily.resource.site.MetricsServlet", "/metrics"),
          new Mapping("dev-mail", "com.quaily.resource.site.DevMailServlet", "/dev/*"));

  /** The servlets that are slow to build; the others come into being with their first request. */
  static final Set<String> BUILT_AT_START = Set.of("api");

  private static final String UTF_8 = "UTF-8";

  private WebApplicationContext() {}

  /** A filter or servlet and the paths that it answers. */
  record Mapping(String name, String className, List<String> patterns) {
    Mapping(String name, String className, String... patterns) {
      this(name, className, List.of(patterns));
    }
  }

  /**
   * @param directory the web application's files, for {@code ServletContext.getResource}
   * @param attributes what filters and servlets find in the servlet context
   */
  static ServletContextHandler create(Path directory, Map<String, Object> attributes) {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException("No web application found in " + directory);
    }
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    context.setBaseResourceAsPath(directory.toAbsolutePath());
    context.setProtectedTargets(new String[] {"/WEB-INF", "/META-INF"});
    context.setDefaultRequestCharacterEncoding(UTF_8);
    context.setDefaultResponseCharacterEncoding(UTF_8);
    context.setErrorHandler(new PlainErrorHandler());
    attributes.forEach(context::setAttribute);
    LISTENERS.forEach(name -> context.addEventListener(listener(name)));
    FILTERS.forEach(filter -> addFilter(context, filter));
    SERVLETS.forEach(servlet -> addServlet(context, servlet));
    return context;
  }

  private static ServletContextListener listener(String className) {
    try {
      return Class.forName(className)
          .asSubclass(ServletContextListener.class)
          .getConstructor()
          .newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("The listener " + className + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The listener " + className + " cannot be created", e);
    }
  }

  private static void addFilter(ServletContextHandler context, Mapping filter) {
    FilterHolder holder = new FilterHolder();
    holder.setName(filter.name());
    holder.setClassName(filter.className());
    holder.setAsyncSupported(true);
    filter
        .patterns()
        .forEach(pattern -> context.addFilter(holder, pattern, EnumSet.of(DispatcherType.REQUEST)));
  }

  private static void addServlet(ServletContextHandler context, Mapping servlet) {
    ServletHolder holder = new ServletHolder();
    holder.setName(servlet.name());
    holder.setClassName(servlet.className());
    holder.setAsyncSupported(true);
    if (BUILT_AT_START.contains(servlet.name())) {
      holder.setInitOrder(1);
    }
    servlet.patterns().forEach(pattern -> context.addServlet(holder, pattern));
  }
}
