/** What the animation tells in a bilan, beside its figures, in four sections. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "accounts", "taxonomies", "templates", "funders",
		"parcours" })
@NullMarked
package fr.faireavec.narratives;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
