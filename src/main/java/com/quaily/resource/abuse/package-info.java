/** Reports to the operator. */
package com.quaily.resource.abuse;
