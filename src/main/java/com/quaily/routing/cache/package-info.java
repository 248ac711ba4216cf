/** Caches pages in memory and on disk and answers conditional requests. */
package com.quaily.routing.cache;
