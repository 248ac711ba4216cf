package com.quaily.model.ai;

/**
 * What a task has cost so far.
 *
 * @param models names of the models that were asked, in order
 * @param micros in millionths of the operator's currency
 */
public record TaskCost(String models, long tokens, long micros) {}
