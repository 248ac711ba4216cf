/** Reads and writes JSON bodies within the size limit. */
package com.quaily.resource.json;
