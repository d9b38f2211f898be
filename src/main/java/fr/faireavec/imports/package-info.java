/** A whole cohort from one file: read, shown line by line, then written at once. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "accounts", "structures", "parcours", "cohorts" })
@NullMarked
package fr.faireavec.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
