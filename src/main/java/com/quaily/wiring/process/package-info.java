/** What a process does around its modules: roles, startup tasks, loops, storage. */
package com.quaily.wiring.process;
