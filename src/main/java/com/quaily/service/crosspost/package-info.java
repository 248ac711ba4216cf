/**
 * Cross-posting: translations of posts for other channels of the same owner. Models suggest, people
 * accept.
 */
package com.quaily.service.crosspost;
