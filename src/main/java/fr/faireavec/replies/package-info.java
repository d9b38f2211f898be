/** Who says they come to a day, who cannot, and who comes in their place. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "mail", "passes", "accounts", "signin",
		"structures", "parcours", "cohorts", "sessions" })
@NullMarked
package fr.faireavec.replies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
