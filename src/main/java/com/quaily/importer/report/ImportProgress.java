package com.quaily.importer.report;

/**
 * Called once for each document, in no particular order.
 *
 * @param done number of processed files, including this one
 * @param total number of files to process
 * @param entry the result of the last one
 */
public record ImportProgress(int done, int total, ImportEntry entry) {}
