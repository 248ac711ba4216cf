/** Reads the files of an import: front matter, body and dates. */
package com.quaily.importer.source;
