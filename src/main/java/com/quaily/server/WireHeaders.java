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

  private final HttpFields forHttp1;
  private final HttpFields forHttp2;

  private WireHeaders(HttpFields forHttp1, HttpFields forHttp2) {
    this.forHttp1 = forHttp1;
    this.forHttp2 = forHttp2;
  }

  static WireHeaders of(PageResponse page) {
    Predicate<Header> isLength = header -> header.name().equals("Content-Length");
    // Jetty itself must know the length; it need not know anything of the rest.
    HttpField[] length = preEncoded(page.headers().stream().filter(isLength).toList());
    List<Header> rest = page.headers().stream().filter(isLength.negate()).toList();
    HttpFields.Mutable block = HttpFields.build(length.length + 1).add(new HeaderBlock(rest));
    for (HttpField field : length) {
      block.add(field);
    }
    return new WireHeaders(block.asImmutable(), HttpFields.from(preEncoded(page.headers())));
  }

  void addTo(Response response, Request request) {
    HttpVersion version = request.getConnectionMetaData().getHttpVersion();
    boolean binary = version == HttpVersion.HTTP_2 || version == HttpVersion.HTTP_3;
    response.getHeaders().add(binary ? forHttp2 : forHttp1);
  }

  private static HttpField[] preEncoded(List<Header> headers) {
    return headers.stream()
        .map(header -> new PreEncodedHttpField(header.name(), header.value()))
        .toArray(HttpField[]::new);
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
