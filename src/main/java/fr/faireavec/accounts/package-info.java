/** People, their accounts and roles, and what is kept about them. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "mail" })
@NullMarked
package fr.faireavec.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
