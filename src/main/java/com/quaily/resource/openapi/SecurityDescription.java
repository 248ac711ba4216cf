package com.quaily.resource.openapi;

import com.quaily.model.Site;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;

/** Describes who can call each operation, from the {@link Access} of its method. */
final class SecurityDescription {

  private static final String BEARER = "bearer";
  private static final String KEY = "key";
  private static final String OAUTH = "oauth2";
  private static final String CLIENT = "client";
  private static final String SERVICE = "service";

  private SecurityDescription() {}

  /** Adds the security schemes. */
  static void addSchemes(Components components, Site site) {
    components
        .addSecuritySchemes(
            BEARER,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A session token. Where API keys are allowed, an API key (QK-…) too."))
        .addSecuritySchemes(
            KEY,
            new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-QUAIL-KEY")
                .description("An API key (QK-…)."))
        .addSecuritySchemes(
            CLIENT,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("basic")
                .description("An application's client id and secret, if it has one."))
        .addSecuritySchemes(
            SERVICE,
            new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-SUSANOO-KEY")
                .description(
                    "An AI key of another service (SK-…). Each key has its own number of calls a"
                        + " minute and its own budget; beyond them the answer is 429 with"
                        + " Retry-After."))
        .addSecuritySchemes(OAUTH, oauth(site));
  }

  private static SecurityScheme oauth(Site site) {
    Scopes scopes = new Scopes();
    for (Scope scope : Scope.values()) {
      scopes.addString(scope.wireName(), scope.description());
    }
    OAuthFlow flow =
        new OAuthFlow()
            .authorizationUrl(site.url("/oauth/authorize"))
            .tokenUrl(site.url("/api/oauth/token"))
            .refreshUrl(site.url("/api/oauth/token"))
            .scopes(scopes);
    return new SecurityScheme()
        .type(SecurityScheme.Type.OAUTH2)
        .description("Authorization code with PKCE (RFC 6749, RFC 7636).")
        .flows(new OAuthFlows().authorizationCode(flow));
  }

  /** Adds the security requirements to each operation of a resource. */
  static void addRequirements(Class<?> resource, Paths paths) {
    for (Method method : resource.getDeclaredMethods()) {
      Access access = method.getAnnotation(Access.class);
      if (access != null) {
        operation(method, paths).setSecurity(requirements(access));
      }
    }
  }

  /** The operation that a method of a resource answers. */
  static Operation operation(Method method, Paths paths) {
    String base = method.getDeclaringClass().getAnnotation(Path.class).value();
    Path below = method.getAnnotation(Path.class);
    PathItem item = paths.get(below == null ? base : base + below.value());
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return item.readOperationsMap().get(PathItem.HttpMethod.valueOf(verb.value()));
      }
    }
    throw new IllegalStateException(method + " is not an endpoint");
  }

  private static List<SecurityRequirement> requirements(Access access) {
    SecurityRequirement login = new SecurityRequirement().addList(BEARER);
    SecurityRequirement key = new SecurityRequirement().addList(KEY);
    SecurityRequirement anybody = new SecurityRequirement();
    SecurityRequirement application =
        new SecurityRequirement().addList(OAUTH, access.scope().wireName());
    return switch (access.value()) {
      case ANYBODY -> List.of(anybody, login, key, new SecurityRequirement().addList(OAUTH));
      case CLIENT -> List.of(anybody, new SecurityRequirement().addList(CLIENT));
      case SERVICE -> List.of(new SecurityRequirement().addList(SERVICE));
      case APPLICATION -> List.of(application);
      case SESSION, OPERATOR, OWNER_SESSION -> List.of(login);
      case ANY_CALLER, COOPERATOR, OWNER -> List.of(login, key, application);
    };
  }
}
