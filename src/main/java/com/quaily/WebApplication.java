package com.quaily;

import jakarta.servlet.ServletContextListener;

/** Stand-in. */
public final class WebApplication implements ServletContextListener {}
