/** Everybody's days and meetings, on one page and in their own calendar. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "calendar", "passes", "accounts", "signin",
		"sessions", "convening", "polls" })
@NullMarked
package fr.faireavec.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
