/**
 * Reads the configuration from file, environment and command line into settings records. An unknown
 * key or an invalid value is an error at startup. Used only by wiring, command and the root
 * package.
 */
package com.quaily.config;
