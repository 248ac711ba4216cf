package com.quaily.resource.account;

import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.NotFoundException;
import com.quaily.page.message.PersonPages;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.AnsweredWithPage;
import com.quaily.resource.api.HtmlResponses;
import com.quaily.service.account.UserService;
import com.quaily.service.channel.ChannelService;
import com.quaily.service.validation.PathIds;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
  public Response show(@PathParam("id") String id, @Context HttpHeaders headers) {
    return PathIds.parse(id)
        .flatMap(this::find)
        .map(person -> pages.person(person, channelsOf(person), language(headers)))
        .map(HtmlResponses::page)
        .orElseGet(() -> HtmlResponses.page(404, pages.unknown()));
  }

  private Optional<User> find(long id) {
    try {
      return Optional.of(userService.getShown(Optional.empty(), id));
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  private List<Channel> channelsOf(User person) {
    return channelService.listByWriter(person.id());
  }

  private static Language language(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .findFirst()
        .map(Locale::toLanguageTag)
        .map(Language::of)
        .orElse(Language.EN);
  }
}
