/**
 * The readers of the demo's channels: who they are, and what they left in the weeks before the
 * first start. All of it is invented, and goes through the program's own services.
 */
package com.quaily.command.demo;
