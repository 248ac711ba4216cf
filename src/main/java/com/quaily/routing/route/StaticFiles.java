package com.quaily.routing.route;

import com.quaily.model.page.PageKeys;
import com.quaily.routing.route.Route.ServiceRoute;
import com.quaily.storage.StorageKey;
import java.util.List;

/**
 * The stored files that a path of a static site or application may refer to, most likely first, as
 * in a web server for a directory: {@code /a/} is {@code a/index.html}, {@code /a} is {@code
 * a.html}, or redirects to {@code /a/} if there is such a directory.
 */
public final class StaticFiles {

  private static final String HTML = ".html";
  private static final String INDEX = "index.html";

  /**
   * A candidate.
   *
   * @param key the stored file that must exist
   * @param servicePath the canonical path of the file; if another one was requested, the reader is
   *     redirected
   */
  public record Candidate(String key, String servicePath) {}

  private StaticFiles() {}

  /** The candidates for the route, in order; never empty for an application. */
  public static List<Candidate> candidates(ServiceRoute route) {
    String path = route.path();
    boolean isApp = route.service() instanceof Service.SinglePageApp;
    if (isApp && !isFile(path)) {
      return List.of(new Candidate(PageKeys.site(route.name(), INDEX), path));
    }
    List<Candidate> found = isApp ? List.of(at(route, path, path)) : ofSite(route, path);
    return found.stream().filter(candidate -> StorageKey.isValid(candidate.key())).toList();
  }

  /** The site's own 404 page. */
  public static String notFoundKey(ServiceRoute route) {
    return PageKeys.site(route.name(), "404.html");
  }

  /** The path below the mount as the reader's browser sees it. */
  public static String location(ServiceRoute route, String servicePath) {
    boolean endsWithSlash = servicePath.endsWith("/");
    String path = mount(route.service()) + servicePath;
    List<String> segments =
        List.of(path.split("/")).stream().filter(segment -> !segment.isEmpty()).toList();
    return RequestPath.encode(segments, endsWithSlash);
  }

  private static List<Candidate> ofSite(ServiceRoute route, String path) {
    if (path.isEmpty()) {
      return List.of(at(route, "/" + INDEX, "/"));
    }
    if (path.endsWith("/")) {
      String name = path.substring(0, path.length() - 1);
      Candidate index = at(route, path + INDEX, path);
      return name.isEmpty() ? List.of(index) : List.of(index, at(route, name + HTML, name));
    }
    if (path.endsWith("/" + INDEX)) {
      return List.of(at(route, path, path.substring(0, path.length() - INDEX.length())));
    }
    if (path.endsWith(HTML)) {
      String name = path.substring(0, path.length() - HTML.length());
      return List.of(at(route, path, name), at(route, name + "/" + INDEX, name + "/"));
    }
    return isFile(path)
        ? List.of(at(route, path, path))
        : List.of(at(route, path + HTML, path), at(route, path + "/" + INDEX, path + "/"));
  }

  private static Candidate at(ServiceRoute route, String file, String servicePath) {
    return new Candidate(PageKeys.site(route.name(), file.substring(1)), servicePath);
  }

  private static boolean isFile(String path) {
    return path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
  }

  private static String mount(Service service) {
    return service instanceof Service.StaticSite site ? site.mount() : "";
  }
}
