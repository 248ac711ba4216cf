package com.quaily.importer.report;

/**
 * Markup in an imported text that pages do not understand.
 *
 * @param line counted from 1
 * @param markup its beginning, on one line
 * @param problem what becomes of it, as the end of a sentence
 */
public record Leftover(int line, String markup, String problem) {}
