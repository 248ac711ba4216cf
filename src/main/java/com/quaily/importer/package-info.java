/** TODO: one sentence. */
package com.quaily.importer;
