package com.quaily.importer.report;

/**
 * Told once for each document, in no particular order.
 *
 * @param done files dealt with so far, this one included
 * @param total files to deal with
 * @param entry what became of the last one
 */
public record ImportProgress(int done, int total, ImportEntry entry) {}
