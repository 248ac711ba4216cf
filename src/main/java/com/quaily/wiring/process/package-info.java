/** Parts of a process that are no modules: roles, startup, loops, storage, alerts, bounces. */
package com.quaily.wiring.process;
