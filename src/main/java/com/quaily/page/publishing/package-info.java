/**
 * Decides which pages there are, renders them, writes them to storage, and records in the manifest
 * what each was made from, so that a change rewrites exactly what depends on it. May use page, its
 * Markdown, task, dao, storage and model.
 */
package com.quaily.page.publishing;
