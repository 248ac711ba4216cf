/** Full-text search over posts and channels, and trending posts. */
package com.quaily.service.search;
