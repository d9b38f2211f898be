/**
 * How every page looks and answers: layout, fields, French dates, errors, the SQL
 * counter.
 */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package fr.faireavec.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
