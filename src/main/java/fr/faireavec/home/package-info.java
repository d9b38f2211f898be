/** Pages that show several rooms together: desks, the parcours, the history. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "accounts", "signin", "taxonomies", "templates",
		"structures", "funders", "parcours", "cohorts", "sessions", "replies", "polls", "slots", "attendance",
		"journal", "announcements", "bilans", "sheets", "following" })
@NullMarked
package fr.faireavec.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
