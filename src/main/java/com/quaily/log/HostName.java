package com.quaily.log;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** The name of this machine. */
public final class HostName {

  private HostName() {}

  /** Empty when the machine does not know it, as without an entry in /etc/hosts. */
  static Optional<String> find() {
    try {
      return Optional.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** For sentences: "this machine" when it is not known. */
  public static String forPeople() {
    return find().orElse("this machine");
  }
}
