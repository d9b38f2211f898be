/** The lists the animation works with (levels, levers, effects…) and the hourly rates. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit" })
@NullMarked
package fr.faireavec.taxonomies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
