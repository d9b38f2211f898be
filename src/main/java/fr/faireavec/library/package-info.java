/** What structures tried and share across parcours: found by its words, taken up. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "accounts", "mail", "taxonomies", "structures", "parcours",
		"cohorts", "journal" })
@NullMarked
package fr.faireavec.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
