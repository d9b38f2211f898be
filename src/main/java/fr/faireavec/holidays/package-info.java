/** Public holidays, and school holidays of zone B as far as they are published. */
@ApplicationModule(allowedDependencies = { "kernel", "audit" })
@NullMarked
package fr.faireavec.holidays;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
