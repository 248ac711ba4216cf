/** The options, progress and report of an import. */
package com.quaily.importer.report;
