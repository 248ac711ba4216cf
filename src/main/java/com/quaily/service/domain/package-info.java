/** Verifies custom domains through DNS and monitors them. */
package com.quaily.service.domain;
