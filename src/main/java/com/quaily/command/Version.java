package com.quaily.command;

import com.quaily.model.Build;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, written by the build. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"quaily " + Build.current().version()};
  }
}
