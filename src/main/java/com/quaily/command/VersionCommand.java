package com.quaily.command;

import com.quaily.model.Build;
import picocli.CommandLine.Command;

/** Prints what runs. */
@Command(
    name = "version",
    description = {
      "Prints version, commit, build time and Java.",
      "Two builds of one commit are the same, so the build time is the time of the commit."
    },
    mixinStandardHelpOptions = true)
public final class VersionCommand implements Runnable {

  @Override
  public void run() {
    Build build = Build.current();
    System.out.println("quaily   " + build.version());
    System.out.println("commit   " + build.commit());
    System.out.println("built    " + build.time());
    System.out.println(
        "java     " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
  }
}
