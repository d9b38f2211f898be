/** Every write leaves a row that says who changed what, and when; read back in words. */
@ApplicationModule(allowedDependencies = { "kernel", "web" })
@NullMarked
package fr.faireavec.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
