/**
 * What shows that an action took place, and who agreed to be recognised in it: photos,
 * documents, links, and the authorisations without which nobody else sees them.
 */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "files", "documents", "passes", "signin",
		"structures", "parcours", "cohorts", "journal" })
@NullMarked
package fr.faireavec.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
