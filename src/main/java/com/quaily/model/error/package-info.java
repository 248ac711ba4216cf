/** The error registry and the exceptions that carry its codes. */
package com.quaily.model.error;
