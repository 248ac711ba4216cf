/** Unpacks the executable WAR and starts the program in a separate Java process. */
package com.quaily.launcher;
