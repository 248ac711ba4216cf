/**
 * Sends the messages of deliveries: claims them, hands them over, and records what became of them.
 */
package com.quaily.delivery.sending;
