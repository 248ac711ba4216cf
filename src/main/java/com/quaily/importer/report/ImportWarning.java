package com.quaily.importer.report;

/**
 * Something in a file that could not be kept as it was.
 *
 * @param line counted from 1; 0 when it concerns no single line
 */
public record ImportWarning(int line, String message) {}
