package com.quaily.service.delivery.bounce;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.delivery.bounce.BounceWebhook;
import com.quaily.delivery.bounce.BounceWebhook.Proof;
import com.quaily.delivery.bounce.BounceWebhook.Reading;
import com.quaily.delivery.bounce.MailEvent;
import com.quaily.delivery.bounce.MailEvent.Kind;
import com.quaily.delivery.bounce.ReturnPath;
import com.quaily.delivery.transport.FaultRules;
import com.quaily.delivery.transport.Replies;
import com.quaily.model.delivery.Fault;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads reports of a provider that the operator described. An email is found by its mark, which is
 * signed by us and can be anywhere in the report: even somebody who knows the provider's secret
 * cannot report other emails.
 */
public final class WebhookReports {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String ENCODED_SECRET = "whsec_";
  private static final String BODY = "body";
  private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]+)}}");
  private static final Pattern LABEL = Pattern.compile("^(?:sha256=|v1[,=])");

  private final BounceWebhook webhook;
  private final ReturnPath returnPath;

  public WebhookReports(BounceWebhook webhook, ReturnPath returnPath) {
    this.webhook = webhook;
    this.returnPath = returnPath;
  }

  String name() {
    return webhook.name();
  }

  /** What the provider reports; without what concerns no email of ours. */
  List<MailEvent> read(byte[] body, UnaryOperator<String> headers) {
    JsonNode report = JsonBodies.read(body);
    if (!isProven(body, report, headers)) {
      throw new ForbiddenException(ErrorCode.MAIL_REPORT_REFUSED);
    }
    JsonBodies.requireJson(report);
    List<MailEvent> events = new ArrayList<>();
    (report.isArray() ? report : List.of(report))
        .forEach(each -> event(each).ifPresent(events::add));
    return events;
  }

  private boolean isProven(byte[] body, JsonNode report, UnaryOperator<String> headers) {
    Proof proof = webhook.proof();
    String given = value(proof.signature(), body, report, headers);
    if (proof.signed().isEmpty()) {
      return isEqual(proof.secret(), given);
    }
    byte[] signature = sign(proof, filled(proof.signed(), body, report, headers));
    String hex = HexFormat.of().formatHex(signature);
    String base64 = Base64.getEncoder().encodeToString(signature);
    for (String each : given.split(" ")) {
      String bare = LABEL.matcher(each).replaceFirst("");
      if (isEqual(base64, bare) || isEqual(hex, bare.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** Takes the same time wherever the texts differ. */
  private static boolean isEqual(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sign(Proof proof, String text) {
    try {
      String secret = proof.secret();
      byte[] key =
          secret.startsWith(ENCODED_SECRET)
              ? Base64.getDecoder().decode(secret.substring(ENCODED_SECRET.length()))
              : secret.getBytes(StandardCharsets.UTF_8);
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** As bytes in ISO 8859-1, so that the body is signed as it came. */
  private static String filled(
      String text, byte[] body, JsonNode report, UnaryOperator<String> headers) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(value(place.group(1).strip(), body, report, headers)));
  }

  private static String value(
      String place, byte[] body, JsonNode report, UnaryOperator<String> headers) {
    if (place.equals(BODY)) {
      return new String(body, StandardCharsets.ISO_8859_1);
    }
    if (place.startsWith("/")) {
      return report.at(place).asText("");
    }
    String header = headers.apply(place);
    return header == null ? "" : header;
  }

  private Optional<MailEvent> event(JsonNode report) {
    Reading reading = webhook.reading();
    String type = report.at(reading.type()).asText("");
    boolean isComplaint = reading.complaints().contains(type);
    if (!isComplaint && !reading.bounces().contains(type)) {
      return Optional.empty();
    }
    String words = reading.reply().isEmpty() ? "" : report.at(reading.reply()).asText("");
    String reply = Replies.line(type + ": " + words);
    return returnPath
        .find(report.toString())
        .map(
            mail ->
                isComplaint
                    ? new MailEvent(Kind.COMPLAINT, mail, Fault.NONE, reply)
                    : new MailEvent(Kind.BOUNCE, mail, fault(report, words), reply));
  }

  /** The provider's own judgment of an address counts more than words that say nothing. */
  private Fault fault(JsonNode report, String words) {
    Reading reading = webhook.reading();
    if (reading.kind().isEmpty()) {
      return FaultRules.ofReport(false, words);
    }
    boolean isHard = reading.hard().contains(report.at(reading.kind()).asText(""));
    Fault fault = FaultRules.ofReport(!isHard, words);
    return isHard && fault == Fault.OTHER ? Fault.MAILBOX_NOT_FOUND : fault;
  }
}
