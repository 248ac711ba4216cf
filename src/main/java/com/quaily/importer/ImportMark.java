package com.quaily.importer;

/**
 * The origin of an imported post, by which the next run recognizes it.
 *
 * @param source the file's path relative to the imported folder, with slashes, NFC
 * @param fingerprint SHA-256 (hex) over everything that was saved, images by their content
 */
public record ImportMark(String source, String fingerprint) {}
