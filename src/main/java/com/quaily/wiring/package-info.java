/**
 * Constructs the program, top to bottom, one class a part: the only place where collaborators meet.
 * May use every room but command, server and the root.
 */
package com.quaily.wiring;
