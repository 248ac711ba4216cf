package com.quaily.command;

/** Whether somebody watches. */
final class Terminal {

  static {
    // From JDK 22 on there is always a console unless one asks for the one of java.base.
    System.setProperty("jdk.console", "java.base");
  }

  private Terminal() {}

  /** Whether input and output are a terminal rather than a file or a pipe. */
  @SuppressWarnings("SystemConsoleNull") // see above
  static boolean isAttached() {
    return System.console() != null;
  }
}
