/**
 * What the API answers with: records in the wire's own names, and how they are made. May use
 * service and model.
 */
package com.quaily.resource.view;
