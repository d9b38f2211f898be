/** What proves more than a password: passkeys, one-time codes, recovery codes. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "mail", "documents", "accounts" })
@NullMarked
package fr.faireavec.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
