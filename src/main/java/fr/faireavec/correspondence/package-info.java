/**
 * The letters a parcours writes by itself: when, what they say more, and which are held
 * back.
 */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "mail", "accounts", "parcours" })
@NullMarked
package fr.faireavec.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
