/** What the structures try with their usagers, and what they learn. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "accounts", "taxonomies", "templates",
		"structures", "parcours", "cohorts", "sessions" })
@NullMarked
package fr.faireavec.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
