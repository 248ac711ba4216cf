package com.quaily.job;

/**
 * A kind of background work. Whoever enqueues needs only this; the handler lives with what it does.
 *
 * @param name kept in the database, so it never changes
 * @param data a record that Jackson can write and read
 */
public record JobType<T>(String name, Class<T> data) {}
