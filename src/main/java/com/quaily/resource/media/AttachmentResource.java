package com.quaily.resource.media;

import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.Site;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.media.Attachment;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.NotImplementedException;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.view.SliceView;
import com.quaily.service.media.AttachmentService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataParam;

/** Uploads. */
@Path("/attachments")
public final class AttachmentResource {

  private final AttachmentService attachmentService;
  private final Site site;

  public AttachmentResource(AttachmentService attachmentService, Site site) {
    this.attachmentService = attachmentService;
    this.site = site;
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Upload an image in the form field file")
  @POST
  @RateLimited(name = "attachment", perHour = 1_200, atOnce = 200)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = UploadForm.class)))
  public ApiResponse<AttachmentView> upload(
      @Context Caller caller,
      @QueryParam("encrypted") String encrypted,
      @Parameter(hidden = true) @FormDataParam("file") FormDataBodyPart file)
      throws IOException {
    requirePublic(encrypted);
    if (file == null) {
      throw new InvalidException(
          ErrorCode.MISSING_FIELD, "file", "the form must contain the image in this field");
    }
    // Reading one byte more than allowed is enough to detect an oversized file.
    byte[] content;
    try (InputStream in = file.getEntityAs(InputStream.class)) {
      content = in.readNBytes(Limits.ATTACHMENT + 1);
    }
    Attachment kept = attachmentService.upload(caller.userId(), content, filename(file));
    return ApiResponse.of(AttachmentView.of(kept, site));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "List the caller's images, newest first")
  @GET
  public ApiResponse<SliceView<AttachmentView>> list(
      @Context Caller caller, @BeanParam PaginationParams slice) {
    return ApiResponse.of(
        SliceView.of(
            attachmentService.list(caller, slice.offset(), slice.limit()),
            attachment -> AttachmentView.of(attachment, site)));
  }

  /** A file that is meant to be private is refused: everything that is stored here is public. */
  private static void requirePublic(String encrypted) {
    switch (encrypted == null ? "" : encrypted) {
      case "", "0", "false" -> {}
      case "1", "true" -> throw new NotImplementedException();
      default ->
          throw new InvalidException(
              ErrorCode.BAD_REQUEST, "encrypted", "must be true, false, 1 or 0");
    }
  }

  /** Header fields arrive as Latin-1, but clients send names in UTF-8. */
  private static String filename(FormDataBodyPart file) {
    String name = file.getContentDisposition().getFileName();
    return name == null
        ? ""
        : new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /**
   * Body of {@code POST /attachments}.
   *
   * @param file png, jpeg, gif, webp or ico
   */
  public record UploadForm(
      @Schema(
              type = "string",
              format = "binary",
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "png, jpeg, gif, webp or ico")
          String file) {}

  /** A stored image. */
  public record AttachmentView(
      long id,
      String hashId,
      long size,
      int width,
      int height,
      String mimeType,
      String pathname,
      String filename,
      int status,
      String originalMimeType,
      String checksum,
      String checksumMethod,
      Instant createdAt,
      Instant updatedAt,
      String viewUrl) {

    static AttachmentView of(Attachment attachment, Site site) {
      return new AttachmentView(
          attachment.id(),
          attachment.hashId(),
          attachment.size(),
          attachment.width(),
          attachment.height(),
          attachment.mimeType(),
          attachment.pathname(),
          attachment.filename(),
          1,
          attachment.originalMimeType(),
          attachment.checksum(),
          "sha256",
          attachment.createdAt(),
          attachment.updatedAt(),
          site.url("/" + attachment.pathname()));
    }
  }
}
