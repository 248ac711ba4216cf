package com.quaily.model.delivery;

/** An email of a mailing that a worker took. */
public record MailingClaim(long mailingId, long userId) {}
