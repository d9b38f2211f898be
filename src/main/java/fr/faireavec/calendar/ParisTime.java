package fr.faireavec.calendar;

import java.util.List;

import fr.faireavec.kernel.Zones;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * The clock in Paris, in full: a calendar that does not know the zone by its name reads
 * the hours all the same. The rules of the European Union since 1996 (directive
 * 2000/84/EC); nothing here is older.
 */
final class ParisTime {

	private ParisTime() {
	}

	static VTimeZone zone() {
		PropertyList summer = observance("19970330T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "+0100", "+0200",
				"CEST");
		PropertyList winter = observance("19961027T030000", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "+0200", "+0100",
				"CET");
		return new VTimeZone(new PropertyList(List.of(new TzId(Zones.PARIS.getId()))),
				new ComponentList<>(List.of(new Daylight(summer), new Standard(winter))));
	}

	private static PropertyList observance(String first, String each, String from, String to, String name) {
		return new PropertyList(List.of(new DtStart<>(new ParameterList(), first), new RRule<>(each),
				new TzOffsetFrom(from), new TzOffsetTo(to), new TzName(name)));
	}

}
