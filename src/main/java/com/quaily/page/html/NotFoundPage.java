package com.quaily.page.html;

import com.quaily.model.Language;
import com.quaily.model.channel.Channel;
import java.util.Optional;

/**
 * What a 404 page is made from.
 *
 * @param channel the channel in which something was not found; empty = somewhere else on the site
 */
public record NotFoundPage(Optional<Channel> channel, Language language) {}
