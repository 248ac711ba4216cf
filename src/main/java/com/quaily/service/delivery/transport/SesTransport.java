package com.quaily.service.delivery.transport;

import com.quaily.delivery.transport.DkimSigner;
import com.quaily.delivery.transport.Envelope;
import com.quaily.delivery.transport.FaultRules;
import com.quaily.delivery.transport.Handover;
import com.quaily.delivery.transport.Handover.Outcome;
import com.quaily.delivery.transport.MailTransport;
import com.quaily.delivery.transport.MailValue;
import com.quaily.delivery.transport.Replies;
import com.quaily.delivery.transport.TransportSettings.Ses;
import com.quaily.model.delivery.Fault;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.GetAccountResponse;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/**
 * Sends emails by Amazon SES. Nothing is repeated here: SES cannot tell that it got an email
 * before.
 */
public final class SesTransport implements MailTransport {

  private static final int UNAUTHENTICATED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_LARGE = 413;
  private static final int THROTTLED = 429;
  private static final int OVERLOADED = 503;
  private static final int SMTP_REFUSAL = 554;

  private final String name;
  private final SesV2Client client;
  private final String configurationSet;

  private SesTransport(String name, SesV2Client client, String configurationSet) {
    this.name = name;
    this.client = client;
    this.configurationSet = configurationSet;
  }

  /**
   * Sends by a region of SES.
   *
   * @param answer how long to wait for the answer to an email
   */
  public static SesTransport create(String region, Ses ses, Duration connect, Duration answer) {
    return new SesTransport(
        "ses://" + region, SesClients.create(region, ses, connect, answer), ses.configurationSet());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Handover send(Envelope mail) {
    try {
      SendEmailResponse answer = client.sendEmail(request(mail));
      return answer.messageId() == null
          // Something between us and SES has answered.
          ? result(Outcome.UNCERTAIN, Fault.SYSTEM_ERROR, "an answer without a message id")
          : result(Outcome.ACCEPTED, Fault.NONE, "message id " + answer.messageId());
    } catch (SesV2Exception e) {
      return refused(e, mail);
    } catch (SdkClientException e) {
      return unanswered(e);
    }
  }

  /**
   * Asks what the account may do, without sending anything.
   *
   * @throws UnavailableException when SES does not answer, or refuses the keys
   */
  public Account account() {
    try {
      GetAccountResponse account = client.getAccount(request -> {});
      return new Account(
          Boolean.TRUE.equals(account.sendingEnabled()),
          Boolean.TRUE.equals(account.productionAccessEnabled()));
    } catch (SdkException e) {
      throw new UnavailableException(ErrorCode.MAIL_UNAVAILABLE, e);
    }
  }

  /**
   * What an account may do.
   *
   * @param isOpen whether it may write to any address, not only to those of its owner
   */
  public record Account(boolean isEnabled, boolean isOpen) {}

  /** SES changes fields that we sign, and signs itself. */
  private SendEmailRequest request(Envelope mail) {
    SdkBytes content = SdkBytes.fromByteArrayUnsafe(DkimSigner.unsigned(mail.content()));
    SendEmailRequest.Builder request =
        SendEmailRequest.builder()
            .content(email -> email.raw(raw -> raw.data(content)))
            .destination(to -> to.toAddresses(mail.recipient()))
            .feedbackForwardingEmailAddress(mail.sender());
    String mark = MailValue.mark(mail);
    if (mark.matches("[A-Za-z0-9_-]+")) {
      request.emailTags(MessageTag.builder().name("quaily-delivery").value(mark).build());
    }
    if (!configurationSet.isEmpty()) {
      request.configurationSetName(configurationSet);
    }
    return request.build();
  }

  private Handover refused(SesV2Exception e, Envelope mail) {
    String code = e.awsErrorDetails() == null ? "" : nonNull(e.awsErrorDetails().errorCode());
    String words = e.awsErrorDetails() == null ? "" : nonNull(e.awsErrorDetails().errorMessage());
    String reply = Replies.line(code.isEmpty() ? "status " + e.statusCode() : code + ": " + words);
    return switch (code) {
      case "TooManyRequestsException", "ThrottlingException", "Throttling" -> throttled(reply);
      case "MessageRejected" -> rejected(reply, mail);
      case "AccountSuspendedException",
          "SendingPausedException",
          "MailFromDomainNotVerifiedException",
          "LimitExceededException",
          "NotFoundException" ->
          result(Outcome.UNAVAILABLE, Fault.RELAY_DENIED, reply);
      default -> byStatus(e.statusCode(), reply);
    };
  }

  private static String nonNull(String text) {
    return text == null ? "" : text;
  }

  /** Too many emails a second are a matter of minutes; too many a day stop everything. */
  private Handover throttled(String reply) {
    return reply.toLowerCase(Locale.ROOT).contains("daily")
        ? result(Outcome.UNAVAILABLE, Fault.RELAY_DENIED, reply)
        : result(Outcome.DEFERRED, Fault.TEMPORARY_DEFERRED, reply);
  }

  /** An address that SES does not know as ours would stop all emails, unless it is the reader's. */
  private Handover rejected(String reply, Envelope mail) {
    String words = reply.toLowerCase(Locale.ROOT);
    boolean ours =
        words.contains("not verified")
            && !words.contains(mail.recipient().toLowerCase(Locale.ROOT));
    return ours
        ? result(Outcome.UNAVAILABLE, Fault.RELAY_DENIED, reply)
        : result(Outcome.REFUSED, policy(reply), reply);
  }

  private static Fault policy(String reply) {
    Fault fault = FaultRules.of(SMTP_REFUSAL, reply);
    return fault == Fault.OTHER ? Fault.POLICY_REJECTED : fault;
  }

  private Handover byStatus(int status, String reply) {
    return switch (status) {
      case UNAUTHENTICATED, FORBIDDEN -> result(Outcome.UNAVAILABLE, Fault.RELAY_DENIED, reply);
      case THROTTLED -> throttled(reply);
      case OVERLOADED -> result(Outcome.DEFERRED, Fault.TEMPORARY_DEFERRED, reply);
      case TOO_LARGE -> result(Outcome.REFUSED, Fault.MESSAGE_TOO_LARGE, reply);
      default ->
          status >= 500
              ? result(Outcome.UNCERTAIN, Fault.SYSTEM_ERROR, reply)
              : result(Outcome.REFUSED, FaultRules.of(SMTP_REFUSAL, reply), reply);
    };
  }

  /** Only what surely happened before the request left leaves no doubt. */
  private Handover unanswered(SdkClientException e) {
    String reply = Replies.line(e.getMessage());
    boolean onTheWay = false;
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (isBeforeRequest(cause)) {
        return result(Outcome.UNAVAILABLE, Fault.CONNECTION_FAILURE, reply);
      }
      onTheWay |= cause instanceof IOException;
    }
    boolean withoutKeys = !onTheWay && reply.toLowerCase(Locale.ROOT).contains("credentials");
    return withoutKeys
        ? result(Outcome.UNAVAILABLE, Fault.RELAY_DENIED, reply)
        : result(Outcome.UNCERTAIN, Fault.CONNECTION_FAILURE, reply);
  }

  private static boolean isBeforeRequest(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof ConnectTimeoutException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnknownHostException
        || cause instanceof SSLHandshakeException;
  }

  private Handover result(Outcome outcome, Fault fault, String reply) {
    return new Handover(outcome, fault, reply, name);
  }

  @Override
  public void close() {
    client.close();
  }
}
