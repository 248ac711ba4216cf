/** HTTP header parsing and formatting: encodings, ranges, entity tags and dates. */
package com.quaily.routing.http;
