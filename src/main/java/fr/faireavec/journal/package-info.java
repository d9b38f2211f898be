/** What the structures try with their usagers, and what they learn. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "jobs", "mail", "accounts", "taxonomies",
		"templates", "structures", "parcours", "cohorts", "correspondence", "sessions", "imports" })
@NullMarked
package fr.faireavec.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
