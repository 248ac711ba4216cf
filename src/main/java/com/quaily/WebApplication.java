package com.quaily;

import com.quaily.config.Settings;
import com.quaily.routing.RoutingFilter;
import com.quaily.wiring.Application;
import com.quaily.wiring.process.Role;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Starts the program inside an external servlet container, configured by {@code QUAILY_CONFIG} (a
 * file), {@code QUAILY_ROLES} and the other environment variables. The embedded server has already
 * put everything into the servlet context, so this does nothing there.
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
    // Delays are reported in the log; the container continues its deployment.
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
