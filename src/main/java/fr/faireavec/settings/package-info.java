/**
 * What an installation decides for itself and may change: the network's name and
 * addresses, how long things are kept.
 */
@ApplicationModule(allowedDependencies = { "kernel", "audit", "files" })
@NullMarked
package fr.faireavec.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
