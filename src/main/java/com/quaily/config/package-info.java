/**
 * Reads the configuration, from file, environment and command line, into the settings records of
 * the rooms that need them. An unknown key or an impossible value is an error at start. Known to
 * wiring, command and the root only.
 */
package com.quaily.config;
