/** The proofs of a convention, gathered in one file. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "jobs", "accounts", "funders", "structures",
		"parcours", "cohorts", "sessions", "attendance", "sheets", "scans", "bilans" })
@NullMarked
package fr.faireavec.dossiers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
