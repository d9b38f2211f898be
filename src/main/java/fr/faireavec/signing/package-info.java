/** What people write in a register themselves, on their phone or on a shared tablet. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "documents", "passes", "accounts", "signin",
		"structures", "parcours", "cohorts", "sessions", "attendance" })
@NullMarked
package fr.faireavec.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
