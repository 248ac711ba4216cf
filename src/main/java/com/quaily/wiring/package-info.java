/**
 * Constructs the program: one module per noun, with explicit constructor calls. May use every
 * package but command, server and the root package.
 *
 * <p>A module's constructor takes what it needs in this order: settings, database, storage, other
 * modules, mailer, clock. A module provides {@code resources} for the API, {@code jobHandlers},
 * {@code recurringJobs}, and the objects that other modules use.
 */
package com.quaily.wiring;
