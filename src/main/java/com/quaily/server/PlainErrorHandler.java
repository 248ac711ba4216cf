package com.quaily.server;

import com.quaily.model.error.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.StringUtil;

/**
 * Responses for errors before the application is reached: JSON in the format of the API for
 * programs, a short page for people. Reveals no server internals.
 */
final class PlainErrorHandler extends ErrorHandler {

  private static final String API_PATH = "/api/";

  /**
   * Jetty's placeholder for requests that it cannot parse. The client is unknown, so the response
   * is JSON, because programs cannot read the page.
   */
  private static final Set<String> UNKNOWN_PATHS = Set.of("/badMessage", "/badURI");

  private static final String JSON = "application/json";
  private static final HttpField JSON_TYPE =
      new HttpField(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
  private static final HttpField HTML_TYPE =
      new HttpField(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    boolean json = wantsJson(request);
    if (endsConnection(request)) {
      response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    }
    response.getHeaders().put(json ? JSON_TYPE : HTML_TYPE);
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503
        || status == HttpStatus.TOO_MANY_REQUESTS_429) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
    }
    ErrorCode code = isStopping(request, status) ? ErrorCode.SHUTTING_DOWN : codeOf(status);
    String body = json ? json(code) : html(status, code);
    response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
  }

  private static boolean isStopping(Request request, int status) {
    return status == HttpStatus.SERVICE_UNAVAILABLE_503
        && !request.getConnectionMetaData().getConnector().getServer().isRunning();
  }

  /** Like {@link #UNKNOWN_PATHS}. */
  @Override
  @SuppressWarnings("removal") // Jetty 12.1 requests the body of these responses only here
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
    fields.put(JSON_TYPE);
    fields.put(HttpFields.CONNECTION_CLOSE);
    return ByteBuffer.wrap(json(codeOf(status)).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Jetty closes the connection after a request that it cannot parse and does not say so: a client
   * would send the next one into nothing.
   */
  private static boolean endsConnection(Request request) {
    return UNKNOWN_PATHS.contains(String.valueOf(request.getHttpURI().getPath()))
        && request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_2;
  }

  private static boolean wantsJson(Request request) {
    String accept = request.getHeaders().get(HttpHeader.ACCEPT);
    // The raw path: an invalid one may have no decoded form.
    String path = request.getHttpURI().getPath();
    return UNKNOWN_PATHS.contains(String.valueOf(path))
        || String.valueOf(path).startsWith(API_PATH)
        || (accept != null && accept.contains(JSON));
  }

  private static ErrorCode codeOf(int status) {
    return switch (status) {
      case HttpStatus.NOT_FOUND_404 -> ErrorCode.NO_SUCH_ENDPOINT;
      case HttpStatus.METHOD_NOT_ALLOWED_405 -> ErrorCode.METHOD_NOT_ALLOWED;
      case HttpStatus.NOT_ACCEPTABLE_406 -> ErrorCode.NOT_ACCEPTABLE;
      case HttpStatus.PAYLOAD_TOO_LARGE_413 -> ErrorCode.BODY_TOO_LARGE;
      case HttpStatus.URI_TOO_LONG_414 -> ErrorCode.URL_TOO_LONG;
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> ErrorCode.HEADERS_TOO_LARGE;
      case HttpStatus.UNSUPPORTED_MEDIA_TYPE_415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
      case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> ErrorCode.BAD_REQUEST;
      case HttpStatus.REQUEST_TIMEOUT_408 -> ErrorCode.BODY_TOO_SLOW;
      case HttpStatus.TOO_MANY_REQUESTS_429 -> ErrorCode.TOO_MANY_REQUESTS;
      case HttpStatus.SERVICE_UNAVAILABLE_503 -> ErrorCode.SERVER_BUSY;
      default -> HttpStatus.isClientError(status) ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL;
    };
  }

  /** The registry's messages contain no character that JSON would escape. */
  private static String json(ErrorCode code) {
    return "{\"code\":%d,\"message\":\"%s\",\"ts\":%d}"
        .formatted(code.number(), code.message(), Instant.now().getEpochSecond());
  }

  private static String html(int status, ErrorCode code) {
    String title = status + " " + HttpStatus.getMessage(status);
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%1$s</title>
    <style>
    :root { color-scheme: light dark }
    body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1rem }
    h1 { font-size: 1.25rem }
    </style>
    <h1>%1$s</h1>
    <p>%2$s</p>
    </html>
    """
        .formatted(StringUtil.sanitizeXmlString(title), code.message());
  }
}
