/** Writes a channel with its posts and readers to a ZIP archive. */
package com.quaily.service.exporter;
