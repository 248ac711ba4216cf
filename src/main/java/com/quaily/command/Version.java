package com.quaily.command;

import picocli.CommandLine.IVersionProvider;

/** The version of the program, written by the build. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"quaily " + (version == null ? "(built from a source tree)" : version)};
  }
}
