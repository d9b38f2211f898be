/** Slots that facilitators offer for individual meetings, and structures take. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "mail", "sequences", "accounts", "availability",
		"structures", "parcours", "cohorts", "sessions" })
@NullMarked
package fr.faireavec.slots;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
