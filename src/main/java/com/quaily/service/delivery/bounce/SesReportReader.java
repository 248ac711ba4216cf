package com.quaily.service.delivery.bounce;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.delivery.bounce.MailEvent;
import com.quaily.delivery.bounce.MailEvent.Kind;
import com.quaily.delivery.bounce.ReturnPath;
import com.quaily.delivery.bounce.ReturnPath.MarkedMail;
import com.quaily.delivery.transport.FaultRules;
import com.quaily.delivery.transport.Replies;
import com.quaily.model.delivery.Fault;
import java.util.Optional;

/**
 * Reads notifications and events of SES. The email is found by its mark: in a tag, a header field
 * or an address, depending on how SES is set up.
 */
public final class SesReportReader {

  private final ReturnPath returnPath;

  public SesReportReader(ReturnPath returnPath) {
    this.returnPath = returnPath;
  }

  /** What a notification reports; empty if nothing follows or it is about no email of ours. */
  Optional<MailEvent> read(JsonNode report) {
    String type = report.path("notificationType").asText(report.path("eventType").asText(""));
    Optional<MarkedMail> mail = returnPath.find(report.toString());
    return switch (type) {
      case "Bounce" -> mail.map(found -> bounce(found, report.path("bounce")));
      case "Complaint" -> mail.map(found -> complaint(found, report.path("complaint")));
      case "Reject" ->
          mail.map(
              found ->
                  new MailEvent(
                      Kind.BOUNCE,
                      found,
                      Fault.POLICY_REJECTED,
                      Replies.line(report.at("/reject/reason").asText(""))));
      default -> Optional.empty();
    };
  }

  private static MailEvent bounce(MarkedMail mail, JsonNode bounce) {
    String type = bounce.path("bounceType").asText("");
    String subType = bounce.path("bounceSubType").asText("");
    String words = bounce.at("/bouncedRecipients/0/diagnosticCode").asText("");
    String reply = Replies.line(words + " (" + type + ", " + subType + ")");
    return new MailEvent(Kind.BOUNCE, mail, fault(type, subType, words), reply);
  }

  private static Fault fault(String type, String subType, String words) {
    return switch (subType) {
      // SES did not even try: the address bounced before.
      case "NoEmail", "Suppressed", "OnAccountSuppressionList" -> Fault.MAILBOX_NOT_FOUND;
      case "MailboxFull" -> Fault.MAILBOX_FULL;
      case "MessageTooLarge" -> Fault.MESSAGE_TOO_LARGE;
      case "ContentRejected", "AttachmentRejected" -> Fault.POLICY_REJECTED;
      default -> {
        boolean permanent = type.equals("Permanent");
        Fault fault = FaultRules.ofReport(!permanent, words);
        yield permanent && fault == Fault.OTHER ? Fault.MAILBOX_NOT_FOUND : fault;
      }
    };
  }

  private static MailEvent complaint(MarkedMail mail, JsonNode complaint) {
    String type = complaint.path("complaintFeedbackType").asText("");
    Kind kind = type.equals("not-spam") ? Kind.NOTHING : Kind.COMPLAINT;
    return new MailEvent(kind, mail, Fault.NONE, Replies.line("feedback: " + type));
  }
}
