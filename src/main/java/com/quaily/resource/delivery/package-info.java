/** Endpoints that send posts to subscribers. */
package com.quaily.resource.delivery;
