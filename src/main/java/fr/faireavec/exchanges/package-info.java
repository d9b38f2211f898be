/**
 * What structures, animation and peers say to each other about an action, and what the
 * animation notes of it for itself.
 */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "jobs", "mail", "accounts", "structures",
		"parcours", "cohorts", "journal" })
@NullMarked
package fr.faireavec.exchanges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
