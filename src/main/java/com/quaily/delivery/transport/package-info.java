/** Hands finished emails to mail servers and says what became of each. */
package com.quaily.delivery.transport;
