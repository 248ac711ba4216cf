/** Channel exports and the records they contain. */
package com.quaily.model.export;
