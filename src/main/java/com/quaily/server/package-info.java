/**
 * The embedded web server: Jetty, its connectors, TLS, and the fast lane that answers page hits
 * before any servlet. Jetty is known here alone. May use routing and model.
 */
package com.quaily.server;
