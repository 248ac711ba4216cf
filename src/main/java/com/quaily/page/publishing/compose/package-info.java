/** Composes the content of each page from the database. */
package com.quaily.page.publishing.compose;
