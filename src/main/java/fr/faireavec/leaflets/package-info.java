/** What a grant's report asks in words, answered from a published bilan. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "documents", "settings", "accounts", "taxonomies",
		"templates", "structures", "funders", "parcours", "cohorts", "sessions", "narratives", "bilans" })
@NullMarked
package fr.faireavec.leaflets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
