package com.quaily.importer.source;

import java.util.Map;

/**
 * The head of a file, apart from its body.
 *
 * @param fields by lower-case name; every value is a String, or a List or Map of such values
 * @param bodyStart where in the text the body begins
 */
record FrontMatter(Map<String, Object> fields, int bodyStart) {}
