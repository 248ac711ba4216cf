/** Endpoints for credits, currencies and countries. */
package com.quaily.resource.credit;
