/**
 * Invented data to try everything with, loaded through the same activities as real life.
 */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "accounts", "availability", "signin", "mail",
		"settings", "taxonomies", "templates", "structures", "funders", "parcours", "cohorts", "sessions", "replies",
		"slots", "messages", "polls", "sequences", "attendance", "signing", "journal", "library", "narratives",
		"announcements", "bilans", "syntheses", "home", "agenda", "convening", "correspondence", "sheets", "scans",
		"evidence", "exchanges", "visits", "postgres" })
@NullMarked
package fr.faireavec.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
