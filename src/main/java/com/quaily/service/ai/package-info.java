/** AI tasks of other services: their keys, their limits, and what they may ask for. */
package com.quaily.service.ai;
