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

/** Builds the SDK's client so that other servers than AWS understand it too. */
final class S3Clients {

  /** At once, over all threads; what comes on top waits for one as long as for an answer. */
  private static final int CONNECTIONS = 64;

  private S3Clients() {}

  static S3Client create(S3Settings settings) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(credentials(settings))
            .httpClient(http(settings))
            .serviceConfiguration(dialect(settings))
            // The SDK would add trailing checksums to every upload, which few other servers know.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(limits(settings));
    settings.customEndpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private static S3Configuration dialect(S3Settings settings) {
    return S3Configuration.builder()
        .pathStyleAccessEnabled(settings.pathStyle())
        // Signing in chunks is another thing not every server does, and our bodies are in memory.
        .chunkedEncodingEnabled(false)
        // Waiting for "100 Continue" costs a round trip, and seconds where it never comes.
        .expectContinueEnabled(false)
        .build();
  }

  private static ClientOverrideConfiguration limits(S3Settings settings) {
    StandardRetryStrategy retries =
        StandardRetryStrategy.builder().maxAttempts(settings.maxAttempts()).build();
    // The read time-out starts anew with every byte; this bound is for servers that only trickle.
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
   * A pool: with many threads the JDK's own client keeps five idle connections only and makes new
   * ones all the time, each with a TLS handshake. The pool costs some 60 ms at the first call.
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
