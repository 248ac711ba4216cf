/** The checks of {@code bin/quaily doctor}: what an instance needs from its surroundings. */
package com.quaily.command.doctor;
