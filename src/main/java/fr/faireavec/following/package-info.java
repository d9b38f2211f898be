/** How a cohort's journal stands, and what people wrote for want of an entry. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "accounts", "taxonomies", "structures", "parcours",
		"cohorts", "sessions", "journal" })
@NullMarked
package fr.faireavec.following;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
