package com.quaily.delivery.transport;

import com.quaily.model.delivery.Fault;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the class of a server's answer: by its enhanced status code (RFC 3463), else by known
 * words, else by its reply code.
 */
public final class FaultRules {

  private static final Pattern STATUS = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");
  private static final Pattern NO_MAILBOX =
      Pattern.compile(
          "user unknown|unknown user|no such user|does not exist|mailbox (?:unavailable|not found)"
              + "|invalid recipient|recipient address rejected|account (?:disabled|inactive)");
  private static final Pattern FULL =
      Pattern.compile("mailbox (?:is )?full|over quota|quota exceed");
  private static final Pattern POLICY =
      Pattern.compile("spam|block(?:ed|list)|blacklist|reputation|dmarc|spf|dkim|policy|abuse");
  private static final Pattern RELAY =
      Pattern.compile(
          "relay(?:ing)? (?:access )?denied|not permitted to relay|sender (?:address )?rejected");

  private FaultRules() {}

  /**
   * The class of an answer that refuses an email.
   *
   * @param code the reply code, such as 550
   */
  public static Fault of(int code, String reply) {
    String text = reply.toLowerCase(Locale.ROOT);
    Matcher status = STATUS.matcher(text);
    Fault known = status.find() ? byStatus(status.group(2) + "." + status.group(3)) : Fault.OTHER;
    if (known == Fault.OTHER) {
      known = byWords(text);
    }
    if (known != Fault.OTHER) {
      return known;
    }
    return code / 100 == 4 ? Fault.TEMPORARY_DEFERRED : Fault.OTHER;
  }

  /**
   * The class of what a server reports that took an email and gave up later.
   *
   * @param forNow whether it calls the reason temporary
   */
  public static Fault ofReport(boolean forNow, String reply) {
    Fault fault = of(forNow ? 450 : 550, reply);
    // The server that reports has tried for days.
    return fault == Fault.TEMPORARY_DEFERRED ? Fault.TOO_OLD : fault;
  }

  private static Fault byStatus(String status) {
    return switch (status) {
      case "1.1", "1.0", "1.3", "1.6", "2.1", "7.13" -> Fault.MAILBOX_NOT_FOUND;
      case "1.2", "1.10", "4.4" -> Fault.DNS_ERROR;
      case "2.2" -> Fault.MAILBOX_FULL;
      case "2.3", "3.4" -> Fault.MESSAGE_TOO_LARGE;
      case "4.7" -> Fault.TOO_OLD;
      default -> {
        // x.7.1 also stands for relaying and unknown users; words decide about it.
        boolean policy = status.startsWith("7.") && !status.equals("7.1");
        yield policy ? Fault.POLICY_REJECTED : Fault.OTHER;
      }
    };
  }

  private static Fault byWords(String text) {
    if (RELAY.matcher(text).find()) {
      return Fault.RELAY_DENIED;
    }
    if (FULL.matcher(text).find()) {
      return Fault.MAILBOX_FULL;
    }
    if (NO_MAILBOX.matcher(text).find()) {
      return Fault.MAILBOX_NOT_FOUND;
    }
    return POLICY.matcher(text).find() ? Fault.POLICY_REJECTED : Fault.OTHER;
  }
}
