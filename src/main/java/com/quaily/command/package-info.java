/**
 * The command line: one class per command, which parses arguments, calls the program and prints the
 * result.
 */
package com.quaily.command;
