package com.quaily.resource.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves some resources in both families of endpoints: {@code /auxilia/composer} is an alias of
 * {@code /composer}, and members can be changed in both.
 */
@PreMatching
public final class AuxiliaFilter implements ContainerRequestFilter {

  private static final String FAMILY = "auxilia/";

  private static final Pattern MEMBER =
      Pattern.compile(FAMILY + "subscriptions/[^/]+/members/[0-9]+/?");

  /** The former path of the import of members, which forms of older sites still call. */
  private static final Pattern ADD_MEMBERS = Pattern.compile("(subscriptions/[^/]+)/add-members/?");

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo address = request.getUriInfo();
    String path = address.getPath(false);
    String below = path.startsWith("/") ? path.substring(1) : path;
    Matcher member = MEMBER.matcher(below);
    Matcher addMembers = ADD_MEMBERS.matcher(below);
    if (addMembers.matches()) {
      forward(request, FAMILY + addMembers.group(1) + "/members/add");
    } else if (member.matches()
        || below.startsWith(FAMILY + "composer/")
        || below.matches(FAMILY + "c/?")) {
      forward(request, below.substring(FAMILY.length()));
    }
  }

  private static void forward(ContainerRequestContext request, String path) {
    UriInfo address = request.getUriInfo();
    String base = address.getBaseUri().toString();
    String query = address.getRequestUri().getRawQuery();
    request.setRequestUri(URI.create(base + path + (query == null ? "" : "?" + query)));
  }
}
