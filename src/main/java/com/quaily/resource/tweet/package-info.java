/** TODO: one sentence. */
package com.quaily.resource.tweet;
