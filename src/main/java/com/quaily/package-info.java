/**
 * The program's entrances: {@code Launcher} unpacks and starts the executable WAR, {@code Main}
 * runs a command, {@code WebApplication} builds the program inside somebody else's servlet
 * container. May use every room; nobody uses it.
 */
package com.quaily;
