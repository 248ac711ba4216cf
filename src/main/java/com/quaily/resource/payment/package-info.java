/** Endpoints for payments. */
package com.quaily.resource.payment;
