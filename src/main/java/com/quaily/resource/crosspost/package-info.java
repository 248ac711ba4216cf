/** Endpoints for posts in other languages, in other channels of the same owner. */
package com.quaily.resource.crosspost;
