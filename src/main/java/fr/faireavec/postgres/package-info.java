/** A real PostgreSQL inside the application, for the demo and the tests. */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package fr.faireavec.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
