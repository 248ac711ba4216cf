package com.quaily.delivery;

import com.quaily.delivery.bounce.BounceWebhook;
import com.quaily.delivery.transport.TransportSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How posts are sent.
 *
 * @param transport the transports that send them
 * @param sessions emails that each worker hands over at once
 * @param pace how fast and how long
 * @param dailyQuota deliveries that a channel may start in a day; 0 = any number
 * @param latest how late a scheduled delivery starts by itself
 * @param keepFor how long the report of a delivery is kept
 * @param sender what receivers learn about the sender
 */
public record DeliverySettings(
    TransportSettings transport,
    int sessions,
    Pace pace,
    int dailyQuota,
    Duration latest,
    Duration keepFor,
    Sender sender) {

  /**
   * How fast emails are sent and for how long they are tried.
   *
   * @param perSecond emails a second of each worker; 0 = as many as possible
   * @param perDomain emails a second of each worker to one domain; 0 = as many as possible
   * @param firstRetry the pause after the first attempt that a server deferred; later ones double
   * @param giveUpAfter when an email that is still deferred has failed
   * @param commandTimeout for a connection and the answer to each command
   * @param endTimeout for the answer to a whole email
   */
  public record Pace(
      double perSecond,
      double perDomain,
      Duration firstRetry,
      Duration giveUpAfter,
      Duration commandTimeout,
      Duration endTimeout) {}

  /**
   * What receivers learn about the sender.
   *
   * @param dkim empty = emails are not signed
   * @param bounces empty = bounces return to the sender's address and are not read
   */
  public record Sender(Optional<Dkim> dkim, Optional<Bounces> bounces) {}

  /**
   * Where bounces and complaints go.
   *
   * @param address each email has its own form of it, with a plus sign
   * @param mailbox {@code imaps://user:password@host:port/folder}; empty = another program reads it
   * @param every the pause between two readings of the mailbox
   * @param snsTopic the ARN of the topic in which SES reports; empty = none
   * @param webhooks other providers that report over HTTP
   */
  public record Bounces(
      String address,
      String mailbox,
      Duration every,
      String snsTopic,
      List<BounceWebhook> webhooks) {

    public Bounces {
      webhooks = List.copyOf(webhooks);
    }

    /** Omits the mailbox, whose URL contains a password. */
    @Override
    public String toString() {
      return "Bounces[address=" + address + "]";
    }
  }

  /**
   * The signature of emails.
   *
   * @param domain empty = the domain of {@code mail.from}
   * @param key a file with a PEM private key, PKCS #8
   */
  public record Dkim(String domain, String selector, Path key) {}
}
