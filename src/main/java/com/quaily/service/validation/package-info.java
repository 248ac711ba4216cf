/** Validates request fields and generates slugs. */
package com.quaily.service.validation;
