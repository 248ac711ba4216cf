package com.quaily.resource.account;

import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.model.error.NotFoundException;
import com.quaily.page.message.PersonPages;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.AnsweredWithPage;
import com.quaily.resource.api.HtmlResponses;
import com.quaily.service.account.UserService;
import com.quaily.service.channel.ChannelService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The public page of a person. */
@Path("/user")
@AnsweredWithPage
public final class PersonPageResource {

  private final UserService userService;
  private final ChannelService channelService;
  private final PersonPages pages;

  public PersonPageResource(
      UserService userService, ChannelService channelService, PersonPages pages) {
    this.userService = userService;
    this.channelService = channelService;
    this.pages = pages;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Show the page of a user who writes, comments, replies or reacts")
  @GET
  @Path("/{id}")
  @Produces(MediaType.TEXT_HTML)
  public Response show(@PathParam("id") long id, @Context HttpHeaders headers) {
    try {
      User person = userService.getShown(Optional.empty(), id);
      return HtmlResponses.page(
          pages.person(person, channelService.listByWriter(person.id()), language(headers)));
    } catch (NotFoundException e) {
      return HtmlResponses.page(404, pages.unknown());
    }
  }

  /** The first of the reader's languages that the pages speak, or English. */
  private static Language language(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .map(Locale::getLanguage)
        .flatMap(code -> Stream.of(Language.values()).filter(known -> known.tag().startsWith(code)))
        .findFirst()
        .orElse(Language.EN);
  }
}
