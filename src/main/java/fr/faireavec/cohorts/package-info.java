/** The structures enrolled in a parcours and the pilots and copilots they mandate. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "accounts", "signin", "mail", "jobs", "taxonomies",
		"templates", "structures", "parcours" })
@NullMarked
package fr.faireavec.cohorts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
