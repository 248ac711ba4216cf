/** The response bodies of the API, with the field names that clients see. */
package com.quaily.resource.view;
