package com.quaily.storage;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/** Builds an SDK client that also works with servers other than AWS. */
final class S3Clients {

  /** Connections for all threads; further calls wait for a free one up to the read timeout. */
  private static final int CONNECTIONS = 64;

  private S3Clients() {}

  static S3Client create(S3Settings settings) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(credentials(settings))
            .httpClient(http(settings))
            .serviceConfiguration(dialect(settings))
            // The SDK would add trailing checksums to every upload, which few other servers
            // support.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(limits(settings));
    settings.customEndpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private static S3Configuration dialect(S3Settings settings) {
    return S3Configuration.builder()
        .pathStyleAccessEnabled(settings.pathStyle())
        // Not every server supports chunked signing, and the bodies are in memory anyway.
        .chunkedEncodingEnabled(false)
        // Waiting for "100 Continue" costs a round trip, and seconds if the server does not send
        // it.
        .expectContinueEnabled(false)
        .build();
  }

  private static ClientOverrideConfiguration limits(S3Settings settings) {
    StandardRetryStrategy retries =
        StandardRetryStrategy.builder().maxAttempts(settings.maxAttempts()).build();
    // The read timeout restarts with every byte; this bound is for servers that send too slowly.
    Duration attempt = settings.connectTimeout().plus(settings.readTimeout()).multipliedBy(2);
    return ClientOverrideConfiguration.builder()
        .retryStrategy(retries)
        .apiCallTimeout(attempt.multipliedBy(settings.maxAttempts()))
        .build();
  }

  private static AwsCredentialsProvider credentials(S3Settings settings) {
    if (settings.accessKey().isEmpty()) {
      return DefaultCredentialsProvider.builder().build();
    }
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
  }

  /**
   * A connection pool: with many threads the JDK's own client keeps only five idle connections and
   * makes new ones all the time, each with a TLS handshake. The pool costs about 60 ms at the first
   * call.
   */
  private static SdkHttpClient http(S3Settings settings) {
    return Apache5HttpClient.builder()
        .maxConnections(CONNECTIONS)
        .connectionTimeout(settings.connectTimeout())
        .connectionAcquisitionTimeout(settings.readTimeout())
        .socketTimeout(settings.readTimeout())
        .tcpKeepAlive(true)
        .build();
  }
}
