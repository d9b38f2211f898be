/** One run of a programme: its framework, its people, its conventions, its life. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "mail", "accounts", "signin", "taxonomies",
		"templates", "structures", "funders" })
@NullMarked
package fr.faireavec.parcours;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
