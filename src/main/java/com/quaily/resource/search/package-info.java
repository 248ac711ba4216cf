/** Endpoints that search posts and channels. */
package com.quaily.resource.search;
