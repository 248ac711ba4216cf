/** Posts in other languages, in other channels of the same owner. */
package com.quaily.model.crosspost;
