package com.quaily.importer.report;

/**
 * A part of a file that could not be kept unchanged.
 *
 * @param line counted from 1; 0 when it concerns no single line
 */
public record ImportWarning(int line, String message) {}
