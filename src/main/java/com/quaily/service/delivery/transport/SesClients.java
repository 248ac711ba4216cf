package com.quaily.service.delivery.transport;

import com.quaily.delivery.transport.TransportSettings.Ses;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;

/** Builds clients of SES that send each request once. */
final class SesClients {

  private static final int CONNECTIONS = 64;

  /** Shorter than servers keep connections: one that ends under a request leaves a doubt. */
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(5);

  private SesClients() {}

  static SesV2Client create(String region, Ses ses, Duration connect, Duration answer) {
    SesV2ClientBuilder builder =
        SesV2Client.builder()
            .region(Region.of(region))
            .credentialsProvider(credentials(ses))
            .httpClient(http(connect, answer))
            .overrideConfiguration(
                limits ->
                    limits
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        // The answer's timeout restarts with every byte.
                        .apiCallTimeout(connect.plus(answer.multipliedBy(2))));
    if (!ses.endpoint().isEmpty()) {
      builder.endpointOverride(URI.create(ses.endpoint()));
    }
    return builder.build();
  }

  private static AwsCredentialsProvider credentials(Ses ses) {
    return ses.accessKey().isEmpty()
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(ses.accessKey(), ses.secretKey()));
  }

  private static SdkHttpClient http(Duration connect, Duration answer) {
    return Apache5HttpClient.builder()
        .maxConnections(CONNECTIONS)
        .connectionTimeout(connect)
        .connectionAcquisitionTimeout(answer)
        .socketTimeout(answer)
        .connectionMaxIdleTime(LONGEST_IDLE)
        .expectContinueEnabled(false)
        .build();
  }
}
