/** Links that open one thing to whoever has them, without signing in. */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package fr.faireavec.passes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
