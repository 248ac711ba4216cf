package com.quaily.ai.proxy;

import com.quaily.model.ai.Usage;

/**
 * A complete answer.
 *
 * @param cut whether the answer reached its limit
 */
public record Answer(String text, Usage usage, boolean cut) {}
