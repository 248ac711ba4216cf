/** Decodes, scales and encodes images within fixed limits. */
package com.quaily.media;
