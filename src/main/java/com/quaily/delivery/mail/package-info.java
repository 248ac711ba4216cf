/** Composes email and sends it over SMTP or writes it to an outbox directory. */
package com.quaily.delivery.mail;
