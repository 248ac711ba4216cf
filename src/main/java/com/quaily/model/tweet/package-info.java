/** Tweets and their replies. */
package com.quaily.model.tweet;
