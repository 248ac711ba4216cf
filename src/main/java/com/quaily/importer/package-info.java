/** Imports posts and their images from a directory of Markdown files. */
package com.quaily.importer;
