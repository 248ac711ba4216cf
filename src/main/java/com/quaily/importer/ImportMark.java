package com.quaily.importer;

/**
 * What a post remembers of its import, so that the next run knows it again.
 *
 * @param source the file's path below the imported folder, with slashes, NFC
 * @param fingerprint SHA-256 (hex) over everything that was saved, images by their content
 */
public record ImportMark(String source, String fingerprint) {}
