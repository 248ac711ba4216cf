/**
 * Background jobs: enqueued in the caller's transaction, run by workers, retried until they
 * succeed. What a job does lives with what it is about; wiring tells the runner. May use dao and
 * model.
 */
package com.quaily.task;
