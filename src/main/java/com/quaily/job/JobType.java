package com.quaily.job;

/**
 * A type of background job. Callers that enqueue need only this, not the handler.
 *
 * @param name stored in the database, so it must not change
 * @param data a record that Jackson can serialize
 */
public record JobType<T>(String name, Class<T> data) {}
