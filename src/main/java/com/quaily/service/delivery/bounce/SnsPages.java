package com.quaily.service.delivery.bounce;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import com.quaily.service.delivery.bounce.SnsReports.WebPages;
import com.quaily.service.http.WebClient;
import com.quaily.service.http.WebClient.Reach;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Gets certificates and confirmations from SNS, on the public internet. */
public final class SnsPages implements WebPages {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_ANSWER = 64 * 1024;

  @Override
  public byte[] get(URI address) {
    try (WebClient client = new WebClient(Reach.PUBLIC, TIMEOUT)) {
      WebResponse response = client.send(WebRequest.get(address), MAX_ANSWER);
      if (!response.isSuccess()) {
        throw new UnavailableException(
            ErrorCode.UPSTREAM_UNAVAILABLE, "Amazon SNS answered with " + response.status() + ".");
      }
      return response.body();
    } catch (IOException e) {
      throw new UnavailableException(ErrorCode.UPSTREAM_UNAVAILABLE, e);
    }
  }
}
