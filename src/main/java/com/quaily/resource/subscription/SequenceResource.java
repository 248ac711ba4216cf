package com.quaily.resource.subscription;

import com.quaily.model.Caller;
import com.quaily.model.subscription.SequenceMail;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.subscription.SequenceService;
import com.quaily.service.subscription.SequenceService.Content;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;

/** The emails that a channel's new readers get one after another. */
@Path("/lists/{list}/sequence")
public final class SequenceResource {

  private final SequenceService sequence;

  public SequenceResource(SequenceService sequence) {
    this.sequence = sequence;
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "List the emails for new readers, in the order of their days")
  @GET
  public ApiResponse<List<SequenceMailView>> list(
      @Context Caller caller, @PathParam("list") String list) {
    return ApiResponse.of(sequence.list(caller, list).stream().map(SequenceMailView::of).toList());
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Add an email for new readers; a channel has up to ten")
  @POST
  public ApiResponse<SequenceMailView> add(
      @Context Caller caller, @PathParam("list") String list, SequenceMailRequest body) {
    return ApiResponse.of(
        SequenceMailView.of(sequence.add(caller, list, RequestBodies.require(body).toContent())));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Change an email for new readers who have not got it yet")
  @PUT
  @Path("/{id}")
  public ApiResponse<SequenceMailView> update(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("id") long id,
      SequenceMailRequest body) {
    return ApiResponse.of(
        SequenceMailView.of(
            sequence.update(caller, list, id, RequestBodies.require(body).toContent())));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Remove an email for new readers")
  @DELETE
  @Path("/{id}")
  public ApiResponse<Integer> delete(
      @Context Caller caller, @PathParam("list") String list, @PathParam("id") long id) {
    sequence.delete(caller, list, id);
    return ApiResponse.of(1);
  }

  /**
   * An email for new readers.
   *
   * @param days after the reader confirmed the subscription
   * @param content Markdown
   */
  public record SequenceMailView(
      long id, int days, String title, String content, Instant createdAt, Instant updatedAt) {

    static SequenceMailView of(SequenceMail mail) {
      return new SequenceMailView(
          mail.id(), mail.days(), mail.title(), mail.content(), mail.createdAt(), mail.updatedAt());
    }
  }

  /** The same in a request. */
  public record SequenceMailRequest(Integer days, String title, String content) {

    Content toContent() {
      return new Content(days, title, content);
    }
  }
}
