/** Reports to the operator. */
package com.quaily.service.abuse;
