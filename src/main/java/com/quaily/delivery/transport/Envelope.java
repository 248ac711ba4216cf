package com.quaily.delivery.transport;

/**
 * A finished email in the Internet Message Format, with the addresses for the server.
 *
 * @param sender where bounces go
 * @param content the bytes that are sent, unchanged
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy for each email would cost
public record Envelope(String sender, String recipient, byte[] content) {}
