/** Creates and lists tweets and replies. */
package com.quaily.service.tweet;
