/** The embedded Jetty server: connectors, TLS, request logs and the fast path for cached pages. */
package com.quaily.server;
