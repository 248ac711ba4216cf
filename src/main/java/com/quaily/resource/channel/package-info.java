/** Endpoints for channels, their settings, domains, exports and deletion. */
package com.quaily.resource.channel;
