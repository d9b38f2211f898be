/** The outbox: letters written with what they tell, sent once, whatever happens. */
@ApplicationModule(allowedDependencies = { "kernel", "web", "jobs" })
@NullMarked
package fr.faireavec.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
