/**
 * Constructs the program, top to bottom, one class a part: the only place where collaborators meet.
 * May use every room but command, server and the root.
 *
 * <p>A part that others use is an object. Its constructor takes of the following what the part
 * needs, in this order: settings, database, storage, the parts built before it, mailer, clock. It
 * hands out {@code resources} for the API, {@code handlers} for the worker, and what other parts
 * ask for. What is built whole and then used from outside, a store or the API, comes from a static
 * {@code create}.
 */
package com.quaily.wiring;
