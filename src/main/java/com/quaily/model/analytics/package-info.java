/** Counts of visits and reads, by period, post and source. */
package com.quaily.model.analytics;
