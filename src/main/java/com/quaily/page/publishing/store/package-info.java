/** Writes pages to storage and reports each change to listeners. */
package com.quaily.page.publishing.store;
