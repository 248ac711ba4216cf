package com.quaily.model.delivery;

/**
 * Readers who do not get posts at once.
 *
 * @param daily who get a daily digest
 * @param weekly who get a weekly digest
 * @param paused who get nothing at the moment, whatever their cadence
 */
public record CadenceCount(long daily, long weekly, long paused) {}
