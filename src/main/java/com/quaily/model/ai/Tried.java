package com.quaily.model.ai;

/** A proxy that a task was given to before, and how that ended. */
public record Tried(String proxy, Outcome outcome) {}
