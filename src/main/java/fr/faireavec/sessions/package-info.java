/** Collective sessions and individual meetings: dates, moves, what was held. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "holidays", "accounts", "templates", "structures",
		"parcours", "cohorts" })
@NullMarked
package fr.faireavec.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
