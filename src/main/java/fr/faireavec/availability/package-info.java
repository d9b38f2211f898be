/** What people can never do: said once, it fills in what they are asked about dates. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "holidays", "accounts" })
@NullMarked
package fr.faireavec.availability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
