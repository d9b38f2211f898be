/**
 * How every page looks and answers: layout, fields, French dates, errors, the SQL
 * counter. A form is its fields: the public ones are what a browser may send, and nothing
 * posted reaches a private one.
 */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package fr.faireavec.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
