/**
 * Where the animation dates a whole parcours: on one table, or from what a poll answers.
 */
@ApplicationModule(allowedDependencies = { "kernel", "web", "holidays", "sequences", "accounts", "structures",
		"parcours", "cohorts", "sessions", "polls" })
@NullMarked
package fr.faireavec.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
