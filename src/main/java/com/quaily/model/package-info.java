/**
 * The domain model as records and enums, the limits, our exceptions with their codes, and the JSON
 * and SHA-256 that every layer shares. Uses no other package of the program.
 */
package com.quaily.model;
