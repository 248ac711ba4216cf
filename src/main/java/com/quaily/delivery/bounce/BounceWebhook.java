package com.quaily.delivery.bounce;

import java.util.Set;

/**
 * A provider that reports bounces and complaints over HTTP, described by the operator.
 *
 * @param name the last part of the address that it calls
 */
public record BounceWebhook(String name, Proof proof, Reading reading) {

  /**
   * How the provider proves that it calls: HMAC with SHA-256, in hexadecimal or Base64.
   *
   * @param secret the key; {@code whsec_…} is Base64
   * @param signature where the signature is: a JSON pointer, or the name of a header
   * @param signed what is signed: a text with places such as <code>{{body}}</code>, <code>
   *     {{svix-id}}</code> (a header) or <code>{{/signature/token}}</code> (a JSON pointer); empty
   *     = the secret itself stands where the signature would be
   */
  public record Proof(String secret, String signature, String signed) {

    /** Omits the secret. */
    @Override
    public String toString() {
      return "Proof[signature=" + signature + ", signed=" + signed + "]";
    }
  }

  /**
   * What a report says. A body that is a list has several.
   *
   * @param type JSON pointer to the type of a report
   * @param bounces types of bounces
   * @param complaints types of complaints
   * @param kind JSON pointer to the kind of a bounce; empty = its words tell
   * @param hard kinds of bounces after which an address gets nothing more; others are temporary
   * @param reply JSON pointer to the receiver's words
   */
  public record Reading(
      String type,
      Set<String> bounces,
      Set<String> complaints,
      String kind,
      Set<String> hard,
      String reply) {

    public Reading {
      bounces = Set.copyOf(bounces);
      complaints = Set.copyOf(complaints);
      hard = Set.copyOf(hard);
    }
  }
}
