/** Emails to single readers and owners: digests, greetings, corrections, reports. */
package com.quaily.delivery.mailing;
