/** What the animation writes to a cohort, kept with the day it is about. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "mail", "accounts", "structures", "parcours",
		"cohorts", "sessions", "replies" })
@NullMarked
package fr.faireavec.messages;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
