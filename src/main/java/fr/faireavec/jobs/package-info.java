/** What runs by itself, once for all instances, at its hour. */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package fr.faireavec.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
