/**
 * Decides which pages exist, renders them and writes them to storage. The manifest records what
 * each page depends on, so that a change rewrites only the affected pages.
 */
package com.quaily.page.publishing;
