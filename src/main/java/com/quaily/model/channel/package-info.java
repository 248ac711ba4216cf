/** Channels, their settings, custom domains and deletion. */
package com.quaily.model.channel;
