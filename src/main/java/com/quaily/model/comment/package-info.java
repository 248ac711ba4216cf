/** Comments and the rules for who may write them. */
package com.quaily.model.comment;
