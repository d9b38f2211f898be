/** Who was there, half-day by half-day. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "accounts", "structures", "parcours", "cohorts",
		"sessions", "replies" })
@NullMarked
package fr.faireavec.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
