/**
 * Suggests slugs, summaries, tags and threads for a text. It extracts them from the text and uses
 * no model and no network.
 */
package com.quaily.service.composer;
