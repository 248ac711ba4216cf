/** Sends emails and messages to other services. */
package com.quaily.delivery;
