package com.quaily.ai.scheduler;

import com.quaily.ai.proxy.ProxySpec;
import com.quaily.ai.scheduler.TaskCalls.NextCall;
import com.quaily.model.ai.AiTask;

/**
 * A task that this scheduler holds.
 *
 * @param attempt number of the attempt; nothing is written for a task that has another one
 */
record Claim(AiTask task, int attempt, ProxySpec proxy, NextCall next) {}
