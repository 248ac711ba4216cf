package com.quaily.model.delivery;

/** How many emails of a delivery have this state and fault. */
public record MessageCount(MessageState state, Fault fault, long messages) {}
