package com.quaily.server;

import com.quaily.routing.http.Header;
import com.quaily.routing.http.HeaderGroup;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Headers in the form in which Jetty writes them fastest; made once for each group. Without it a
 * warm page takes a fifth more processor time, and half more when memory is too small for all pages
 * (docs/performance.md).
 */
final class WireHeaders {

  private final List<Header> headers;
  private final HttpFields forHttp1;

  /** Made with the first request over HTTP/2, because it takes as much room as a small page. */
  private volatile HttpFields forHttp2;

  private WireHeaders(List<Header> headers) {
    this.headers = headers;
    HttpFields.Mutable fields = HttpFields.build(2);
    List<Header> block = new ArrayList<>(headers.size());
    for (Header header : headers) {
      // Jetty itself must know the length; it need not know anything of the rest.
      if (header.name().equals(HttpHeader.CONTENT_LENGTH.asString())) {
        fields.add(new HttpField(HttpHeader.CONTENT_LENGTH, header.value()));
      } else {
        block.add(header);
      }
    }
    if (!block.isEmpty()) {
      fields.add(new HeaderBlock(block));
    }
    this.forHttp1 = fields.asImmutable();
  }

  static WireHeaders of(HeaderGroup group) {
    return new WireHeaders(group.headers());
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
          HttpFields.from(
              headers.stream()
                  .map(header -> new PreEncodedHttpField(header.name(), header.value()))
                  .toArray(HttpField[]::new));
      forHttp2 = made;
    }
    return made;
  }

  /**
   * Many header lines that pass for one: to Jetty it is the first of them, without a value, which
   * it would encode for HTTP/2 as well; but on an HTTP/1 connection it writes all, in one copy
   * instead of one for each.
   */
  private static final class HeaderBlock extends PreEncodedHttpField {

    private final byte[] lines;

    HeaderBlock(List<Header> headers) {
      super(headers.get(0).name(), "");
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
