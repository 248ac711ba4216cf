/** Publishes the pages that belong to the whole site, such as robots.txt and the sitemap index. */
package com.quaily.page.publishing.site;
