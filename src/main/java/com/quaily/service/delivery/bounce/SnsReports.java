package com.quaily.service.delivery.bounce;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.delivery.bounce.MailEvent;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.UnavailableException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what SES reports through one topic of SNS. Only messages of this topic count, signed with a
 * certificate from SNS in the topic's own region; addresses in messages are not followed anywhere
 * else.
 */
public final class SnsReports {

  private static final Logger LOG = LoggerFactory.getLogger(SnsReports.class);

  private static final Pattern CERTIFICATE =
      Pattern.compile("/SimpleNotificationService-[0-9A-Za-z]{1,64}\\.pem");

  private final String topic;
  private final String host;
  private final SnsSignatures signatures;
  private final SesReportReader reader;
  private final WebPages pages;

  /** Gets what SNS keeps on its servers. */
  @FunctionalInterface
  public interface WebPages {

    /**
     * The content at an address.
     *
     * @throws UnavailableException when it is not there
     */
    byte[] get(URI address);
  }

  /**
   * @param topic its ARN, such as {@code arn:aws:sns:eu-west-1:123456789012:bounces}
   */
  public SnsReports(
      String topic, SnsSignatures signatures, SesReportReader reader, WebPages pages) {
    this.topic = topic;
    this.host = host(topic);
    this.signatures = signatures;
    this.reader = reader;
    this.pages = pages;
  }

  private static String host(String topic) {
    String[] parts = topic.split(":", -1);
    return "sns." + parts[3] + ".amazonaws.com" + (parts[1].equals("aws-cn") ? ".cn" : "");
  }

  /** What a message reports; confirms the subscription when that is what it asks for. */
  List<MailEvent> read(byte[] body) {
    JsonNode message = JsonBodies.read(body);
    if (!message.path("TopicArn").asText("").equals(topic)) {
      throw new ForbiddenException(ErrorCode.MAIL_REPORT_REFUSED);
    }
    URI certificate = address(message, "SigningCertURL");
    // Other paths of SNS return what its callers wrote.
    if (!CERTIFICATE.matcher(certificate.getRawPath()).matches()
        || certificate.getRawQuery() != null
        || !signatures.isSigned(message, certificate)) {
      throw new ForbiddenException(ErrorCode.MAIL_REPORT_REFUSED);
    }
    String type = message.path("Type").asText("");
    if (type.equals("SubscriptionConfirmation")) {
      pages.get(address(message, "SubscribeURL"));
      LOG.info("the subscription to {} is confirmed", topic);
    }
    return type.equals("Notification") ? events(message) : List.of();
  }

  private List<MailEvent> events(JsonNode message) {
    String content = message.path("Message").asText("");
    Optional<MailEvent> event =
        reader.read(JsonBodies.read(content.getBytes(StandardCharsets.UTF_8)));
    return event.stream().toList();
  }

  /** An address on the topic's own server. */
  private URI address(JsonNode message, String field) {
    try {
      URI address = new URI(message.path(field).asText(""));
      boolean trusted =
          "https".equals(address.getScheme())
              && address.getHost() != null
              && address.getHost().toLowerCase(Locale.ROOT).equals(host)
              && address.getPort() == -1
              && address.getRawUserInfo() == null;
      if (trusted) {
        return address;
      }
    } catch (URISyntaxException e) {
      LOG.debug("{} is no address", field, e);
    }
    throw new ForbiddenException(ErrorCode.MAIL_REPORT_REFUSED);
  }
}
