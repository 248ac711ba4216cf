/** JAX-RS filters and the exception mapper that all endpoints share. */
package com.quaily.resource.filter;
