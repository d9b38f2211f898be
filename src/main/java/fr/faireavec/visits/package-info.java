/** What is new in a journal since somebody last opened it. */
@ApplicationModule(
		allowedDependencies = { "kernel", "web", "audit", "accounts", "structures", "parcours", "cohorts", "journal" })
@NullMarked
package fr.faireavec.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
