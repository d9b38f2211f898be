/**
 * How people come in and stay in: invitations, mailed codes, passwords, sessions, limits.
 */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "jobs", "mail", "accounts", "factors" })
@NullMarked
package fr.faireavec.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
