/** Dates asked of a whole cohort: who can when, said once, and what was decided of it. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "jobs", "mail", "passes", "sequences", "accounts",
		"availability", "signin", "structures", "parcours", "cohorts", "sessions", "replies" })
@NullMarked
package fr.faireavec.polls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
