/**
 * The command line: one class a command, which parses, calls, and prints. May use wiring, config,
 * server, service, page, dao, storage and model.
 */
package com.quaily.command;
