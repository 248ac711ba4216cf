/** TODO: one sentence. */
package com.quaily.service.exporter;
