package com.quaily.resource.filter;

import com.quaily.model.Language;
import com.quaily.page.message.SubscriptionPages;
import com.quaily.resource.api.AnsweredWithPage;
import com.quaily.resource.api.ErrorResponse;
import com.quaily.resource.api.HtmlResponses;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Shows errors as a page instead of JSON for endpoints that handle forms. */
@AnsweredWithPage
public final class ErrorPages implements ContainerResponseFilter {

  private final SubscriptionPages pages;

  public ErrorPages(SubscriptionPages pages) {
    this.pages = pages;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    if (!(response.getEntity() instanceof ErrorResponse)) {
      return;
    }
    Optional<String> channel =
        Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst("list"));
    String html = pages.failed(channel, language(request), response.getStatus());
    HtmlResponses.headers(html)
        .forEach((name, value) -> response.getHeaders().putSingle(name, value));
    response.setEntity(html, null, MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
  }

  /** The first supported language of the reader, if there is no channel to define it. */
  private static Language language(ContainerRequestContext request) {
    return request.getAcceptableLanguages().stream()
        .map(Locale::toLanguageTag)
        .findFirst()
        .map(Language::of)
        .orElse(Language.EN);
  }
}
