/** Days and meetings in the calendars of those they concern. */
@ApplicationModule(allowedDependencies = { "kernel", "calendar", "web", "audit", "accounts", "structures", "parcours",
		"cohorts", "sessions" })
@NullMarked
package fr.faireavec.convening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
