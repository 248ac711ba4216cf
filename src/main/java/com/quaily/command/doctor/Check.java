package com.quaily.command.doctor;

import java.util.List;

/** Looks at one thing that the program needs. Changes nothing that it does not undo. */
interface Check {

  /** One finding or more. A failure of what is looked at is a finding, not an exception. */
  List<Finding> look();
}
