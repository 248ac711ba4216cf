/**
 * The REST API: each resource reads a request, makes one call of a service and answers; filters
 * authenticate and bound; {@code ErrorMapper} alone knows which failure is which status. JAX-RS is
 * known here alone. May use service and model.
 */
package com.quaily.resource;
