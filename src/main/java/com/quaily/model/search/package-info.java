/** The text that the search index contains and its pending changes. */
package com.quaily.model.search;
