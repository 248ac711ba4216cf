/** Sends posts to a channel's subscribers. */
package com.quaily.service.delivery;
