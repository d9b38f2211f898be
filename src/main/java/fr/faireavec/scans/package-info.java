/**
 * Pictures of the sheets people signed on paper: whose page each is, and where it is
 * read.
 */
@ApplicationModule(allowedDependencies = { "kernel", "web", "audit", "documents", "files", "accounts", "parcours",
		"sessions", "attendance", "sheets" })
@NullMarked
package fr.faireavec.scans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
