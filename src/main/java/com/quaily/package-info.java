/**
 * The program's entry points: {@code Main} runs a command, {@code WebApplication} starts the
 * program inside an external servlet container.
 */
package com.quaily;
