/** The figures a funder reads, frozen once published. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "accounts", "signin", "mail", "documents", "files",
		"settings", "passes", "taxonomies", "templates", "structures", "funders", "parcours", "cohorts", "sessions",
		"attendance", "journal", "narratives", "announcements" })
@NullMarked
package fr.faireavec.bilans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
