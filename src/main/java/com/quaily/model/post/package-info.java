/** Posts, their revisions, summaries, packs and redirects. */
package com.quaily.model.post;
