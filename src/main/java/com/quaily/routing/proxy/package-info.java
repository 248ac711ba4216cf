/** Forwards requests to upstream servers. */
package com.quaily.routing.proxy;
