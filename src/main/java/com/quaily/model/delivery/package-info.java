/** Requests to send a channel's posts, and mail that was kept instead of sent. */
package com.quaily.model.delivery;
