package com.quaily.ai;

import com.quaily.ai.proxy.ProxySpec;
import com.quaily.ai.scheduler.Cap.Caps;
import com.quaily.ai.scheduler.SchedulerSettings;
import java.time.Duration;
import java.util.List;

/**
 * The operator's settings for AI.
 *
 * @param proxyKey shared with instances that run proxies for others; empty = none
 * @param keep how long tasks are kept after their end
 * @param cache how long an answer serves equal requests; zero = not at all
 * @param site caps of the whole site
 * @param channel caps of each channel
 */
public record AiSettings(
    List<ProxySpec> proxies,
    String proxyKey,
    SchedulerSettings scheduler,
    Duration keep,
    Duration cache,
    Caps site,
    Caps channel) {}
