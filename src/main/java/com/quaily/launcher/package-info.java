/** Unpacks the executable WAR and starts the program in a Java process of its own. */
package com.quaily.launcher;
