/** Renders sitemaps and robots.txt. */
package com.quaily.page.sitemap;
