/** MyBatis mappers: one interface and one XML file per noun. */
package com.quaily.dao;
