/** Tasks of the writing assistant. */
package com.quaily.model.composer;
