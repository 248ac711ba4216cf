/** Subscribes readers, confirms and ends subscriptions, and imports subscribers. */
package com.quaily.service.subscription;
