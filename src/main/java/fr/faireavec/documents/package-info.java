/**
 * What is printed and kept: PDF that screen readers read too, and squares to photograph.
 */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package fr.faireavec.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
