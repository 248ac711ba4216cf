package com.quaily.importer.source;

import java.util.Map;

/**
 * The front matter of a file.
 *
 * @param fields by lower-case name; every value is a String, or a List or Map of such values
 * @param bodyStart position in the text where the body starts
 */
record FrontMatter(Map<String, Object> fields, int bodyStart) {}
