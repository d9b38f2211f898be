/** Who pays for the parcours, and who reads for them. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "accounts", "signin", "mail", "files" })
@NullMarked
package fr.faireavec.funders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
