/** The delivery of posts and mail to subscribers. */
package com.quaily.model.delivery;
