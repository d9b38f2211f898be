/** The public page of a parcours: its figures, and what its structures let it show. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "mail", "accounts", "taxonomies", "structures",
		"funders", "parcours", "cohorts", "journal", "evidence", "bilans" })
@NullMarked
package fr.faireavec.syntheses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
