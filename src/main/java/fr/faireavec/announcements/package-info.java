/**
 * What a bilan will say of each structure, told before it is published; what they take
 * back.
 */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "accounts", "signin", "mail", "taxonomies",
		"templates", "structures", "funders", "parcours", "cohorts" })
@NullMarked
package fr.faireavec.announcements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
