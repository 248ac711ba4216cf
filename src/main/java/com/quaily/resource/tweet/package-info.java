/** Endpoints for tweets and replies. */
package com.quaily.resource.tweet;
