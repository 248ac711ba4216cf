package com.quaily.delivery.transport;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provider that takes emails over HTTP, described by the operator.
 *
 * @param name chosen by the operator
 * @param privateAddresses whether its server may be in a private network
 */
public record HttpProvider(String name, Call call, Answers answers, boolean privateAddresses) {

  /** A place in a request that is filled from the email, such as {@code {{subject}}}. */
  public static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}");

  /** How a request's body is written. */
  public enum Format {
    JSON,
    FORM,
    MULTIPART
  }

  /**
   * The request that sends an email.
   *
   * @param headers by name; values may contain {@code {{message-id}}} and {@code {{mark}}}
   * @param body a JSON object with places in its texts; for forms, its values are texts
   * @throws IllegalArgumentException when it has a place that does not exist
   */
  public record Call(
      String method, URI url, Map<String, String> headers, Format format, String body) {

    public Call {
      headers = Map.copyOf(headers);
      headers
          .values()
          .forEach(value -> check(value, Set.of(MailValue.MESSAGE_ID, MailValue.MARK), "a header"));
      check(body, Set.of(MailValue.values()), "the body");
    }

    private static void check(String text, Set<MailValue> allowed, String where) {
      Matcher place = PLACE.matcher(text);
      while (place.find()) {
        MailValue value = MailValue.of(place.group(1).strip());
        if (!allowed.contains(value)) {
          throw new IllegalArgumentException("{{" + value.wireName() + "}} cannot be in " + where);
        }
      }
    }

    /** Omits address, headers and body, which can contain keys. */
    @Override
    public String toString() {
      return "Call[method=" + method + ", format=" + format + "]";
    }
  }

  /**
   * What the provider's answers mean. Other statuses from 500 leave it open whether the email was
   * taken, others from 400 refuse it.
   *
   * @param accepted statuses of emails that the provider took
   * @param deferred statuses that ask to come back later
   * @param refused statuses that refuse this email
   * @param unavailable statuses that would refuse any email, as a wrong key does
   * @param id where the provider's own id of the email is: a JSON pointer, or the name of a header;
   *     empty = nowhere
   * @param idempotent whether the provider takes an email once only, so that it can be sent again
   *     when there was no answer
   */
  public record Answers(
      Set<Integer> accepted,
      Set<Integer> deferred,
      Set<Integer> refused,
      Set<Integer> unavailable,
      String id,
      boolean idempotent) {

    public Answers {
      accepted = Set.copyOf(accepted);
      deferred = Set.copyOf(deferred);
      refused = Set.copyOf(refused);
      unavailable = Set.copyOf(unavailable);
    }
  }
}
