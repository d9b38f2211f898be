/**
 * What is held about people, for how long, and how it is handed over and forgotten. In
 * the attic: it asks every room through what they hold
 * ({@link fr.faireavec.kernel.PersonalDataHolder}, {@link fr.faireavec.kernel.Expiry}),
 * and knows by itself only who people are (accounts), how long things are kept
 * (settings), how people are told (mail), what runs by night (jobs) and where it is noted
 * (audit). Who gave no sign of life, and where a name without an account stands, it reads
 * in the rooms below.
 */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "settings", "jobs", "mail", "accounts", "signin",
		"parcours", "cohorts", "sessions", "replies", "attendance", "sheets" })
@NullMarked
package fr.faireavec.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
