package com.quaily;

import com.quaily.config.Settings;
import com.quaily.routing.RoutingFilter;
import com.quaily.wiring.Application;
import com.quaily.wiring.Role;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the program inside a servlet container that knows nothing of it: configured by {@code
 * QUAILY_CONFIG} (a file), {@code QUAILY_ROLES} and the other variables of the environment. In our
 * own server everything is in the servlet context already, and this does nothing.
 */
public final class WebApplication implements ServletContextListener {

  private Application instance;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    if (context.getAttribute(RoutingFilter.PAGE_SERVER) != null) {
      return;
    }
    Map<String, String> environment = System.getenv();
    Optional<Path> file = Optional.ofNullable(environment.get("QUAILY_CONFIG")).map(Path::of);
    Set<Role> roles =
        Optional.ofNullable(environment.get("QUAILY_ROLES")).map(Role::parse).orElse(Role.all());
    instance = new Application(Settings.load(file, environment, Map.of()), roles, false);
    instance.attributes().forEach(context::setAttribute);
    String directory = context.getRealPath("/");
    // What has to wait is told by the log; the container goes on deploying.
    var unused = instance.start(Path.of(directory == null ? "." : directory));
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (instance == null) {
      return;
    }
    try {
      instance.close();
    } catch (Exception e) {
      throw new IllegalStateException("the shutdown failed", e);
    }
  }
}
