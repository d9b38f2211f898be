/** Files people give: what they really are, made anew, kept once by what they hold. */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package fr.faireavec.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
