/**
 * What the administration keeps: accounts, the audit, letters, settings, personal data.
 */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "settings", "jobs", "mail", "accounts", "factors",
		"signin", "taxonomies" })
@NullMarked
package fr.faireavec.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
