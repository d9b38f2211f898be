/** Days and meetings, told to those they concern: by letters, and in their calendars. */
@ApplicationModule(allowedDependencies = { "kernel", "calendar", "passes", "web", "audit", "jobs", "mail", "accounts",
		"structures", "parcours", "correspondence", "cohorts", "sessions", "replies" })
@NullMarked
package fr.faireavec.convening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
