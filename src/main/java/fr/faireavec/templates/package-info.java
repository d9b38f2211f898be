/** Reusable programmes: their days, their meetings, their framework. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "taxonomies" })
@NullMarked
package fr.faireavec.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
