/** TODO: one sentence. */
package com.quaily.routing.http;
