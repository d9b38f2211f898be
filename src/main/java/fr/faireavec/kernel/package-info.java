/** What every room speaks: identities, slugs, refusals, the clock. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.faireavec.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
