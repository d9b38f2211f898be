/** People, their accounts, and how they sign in. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit" })
@NullMarked
package fr.faireavec.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
