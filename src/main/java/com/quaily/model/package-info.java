/**
 * The domain model as records and enums, shared by all layers. Uses no other package of the
 * program.
 */
package com.quaily.model;
