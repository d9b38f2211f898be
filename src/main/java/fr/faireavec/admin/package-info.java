/**
 * What the administration keeps: accounts, the audit, letters, settings, personal data.
 * In the attic: to say where somebody stands it reads the rooms below.
 */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "holidays", "settings", "jobs", "mail", "accounts",
		"factors", "signin", "taxonomies", "structures", "funders", "parcours", "cohorts", "privacy" })
@NullMarked
package fr.faireavec.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
