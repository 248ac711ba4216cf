/** What readers report to the operator. */
package com.quaily.model.abuse;
