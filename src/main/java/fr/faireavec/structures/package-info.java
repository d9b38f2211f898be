/** The directory of the organisations of the social economy. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "accounts" })
@NullMarked
package fr.faireavec.structures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
