/** TODO: one sentence. */
package com.quaily.routing.cache;
