/** iCalendar: what calendars are told of days and meetings, as they all understand it. */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package fr.faireavec.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
