/** Every write leaves a row that says who changed what, and when. */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package fr.faireavec.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
