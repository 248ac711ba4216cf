package com.quaily.server;

import com.quaily.routing.Header;
import com.quaily.routing.PageResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** A page's headers in the form in which Jetty writes them fastest; made once for each answer. */
final class WireHeaders {

  private final List<Header> headers;
  private final HttpFields forHttp1;

  /** Made with the first request over HTTP/2, because it takes as much room as a small page. */
  private volatile HttpFields forHttp2;

  private WireHeaders(List<Header> headers) {
    Predicate<Header> isLength = header -> header.name().equals("Content-Length");
    // Jetty itself must know the length; it need not know anything of the rest.
    List<Header> block = headers.stream().filter(isLength.negate()).toList();
    HttpFields.Mutable fields = HttpFields.build(2).add(new HeaderBlock(block));
    headers.stream().filter(isLength).map(WireHeaders::preEncoded).forEach(fields::add);
    this.headers = headers;
    this.forHttp1 = fields.asImmutable();
  }

  static WireHeaders of(PageResponse page) {
    return new WireHeaders(page.headers());
  }

  void addTo(Response response, Request request) {
    HttpVersion version = request.getConnectionMetaData().getHttpVersion();
    boolean binary = version == HttpVersion.HTTP_2 || version == HttpVersion.HTTP_3;
    response.getHeaders().add(binary ? forHttp2() : forHttp1);
  }

  private HttpFields forHttp2() {
    HttpFields made = forHttp2;
    if (made == null) {
      made =
          HttpFields.from(headers.stream().map(WireHeaders::preEncoded).toArray(HttpField[]::new));
      forHttp2 = made;
    }
    return made;
  }

  private static HttpField preEncoded(Header header) {
    return new PreEncodedHttpField(header.name(), header.value());
  }

  /**
   * Many header lines that pass for one: to Jetty it is the first of them, but on an HTTP/1
   * connection it writes all, in one copy instead of one for each.
   */
  private static final class HeaderBlock extends PreEncodedHttpField {

    private final byte[] lines;

    HeaderBlock(List<Header> headers) {
      super(headers.get(0).name(), headers.get(0).value());
      StringBuilder text = new StringBuilder(1024);
      for (Header header : headers) {
        text.append(header.name()).append(": ").append(header.value()).append("\r\n");
      }
      this.lines = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void putTo(ByteBuffer buffer, HttpVersion version) {
      buffer.put(lines);
    }

    @Override
    public int getEncodedLength(HttpVersion version) {
      return lines.length;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
