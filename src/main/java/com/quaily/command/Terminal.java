package com.quaily.command;

/** Detects an interactive terminal. */
final class Terminal {

  static {
    // Since JDK 22 there is always a console, unless the one of java.base is selected.
    System.setProperty("jdk.console", "java.base");
  }

  private Terminal() {}

  /** Whether input and output are a terminal, not a file or a pipe. */
  @SuppressWarnings("SystemConsoleNull") // see above
  static boolean isAttached() {
    return System.console() != null;
  }
}
