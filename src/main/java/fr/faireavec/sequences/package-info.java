/** The best sequence of days: which of the dates proposed suit most people, exactly. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.faireavec.sequences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
