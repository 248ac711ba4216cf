package com.quaily.page.html;

import com.quaily.model.Language;
import com.quaily.model.channel.Channel;
import java.util.Optional;

/**
 * The data of a 404 page.
 *
 * @param channel the channel in which the page is missing; empty = elsewhere on the site
 */
public record NotFoundPage(Optional<Channel> channel, Language language) {}
