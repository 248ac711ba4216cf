package com.quaily.dao;

/** What the job library's own table does not do. */
public interface JobDao {

  /** Wakes the workers when the transaction commits. */
  int notifyEnqueued(String name);
}
