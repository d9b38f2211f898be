/**
 * What is printed of attendance: sheets to sign, registers, attestations; and their
 * verification.
 */
@ApplicationModule(allowedDependencies = { "kernel", "web", "documents", "files", "settings", "signin", "accounts",
		"structures", "funders", "parcours", "cohorts", "sessions", "attendance" })
@NullMarked
package fr.faireavec.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
