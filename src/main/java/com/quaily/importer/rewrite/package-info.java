/** Finds the images and links in imported posts and rewrites them to their new addresses. */
package com.quaily.importer.rewrite;
